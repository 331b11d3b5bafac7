using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>What is open around the page of one window: navigation and help.</summary>
public sealed class FrameState
{
    private Func<Task>? _returnFocus;

    public event Action? Changed;

    /// <summary>The navigation is folded away (on a wide window).</summary>
    public bool NavigationFolded { get; private set; }

    /// <summary>The navigation covers the page (on a phone).</summary>
    public bool DrawerOpen { get; private set; }

    public string? HelpTitle { get; private set; }

    public RenderFragment? HelpContent { get; private set; }

    public void Fold(bool folded) => Change(() => NavigationFolded = folded);

    public void OpenDrawer(bool open) => Change(() => DrawerOpen = open);

    /// <summary>Opens the help panel with the text for one title or label.</summary>
    public void ShowHelp(string title, RenderFragment content, Func<Task> returnFocus) => Change(() =>
    {
        HelpTitle = title;
        HelpContent = content;
        _returnFocus = returnFocus;
    });

    /// <summary>Closes the panel and gives the focus back to the link that opened it.</summary>
    public async Task CloseHelpAsync()
    {
        var returnFocus = _returnFocus;
        DropHelp();
        if (returnFocus is not null) await returnFocus();
    }

    /// <summary>Closes what belongs to the page that is being left.</summary>
    public void LeavePage()
    {
        DrawerOpen = false;
        DropHelp();
    }

    private void DropHelp() => Change(() =>
    {
        HelpTitle = null;
        HelpContent = null;
        _returnFocus = null;
    });

    private void Change(Action change)
    {
        change();
        Changed?.Invoke();
    }
}
