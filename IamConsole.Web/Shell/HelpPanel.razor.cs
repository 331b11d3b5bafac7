using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IamConsole.Web.Shell;

/// <summary>Pushes the page aside; Esc or the arrow closes it.</summary>
public sealed partial class HelpPanel
{
    private ElementReference _title;
    private string? _focused;

    [Inject] public required FrameState Frame { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focused == Frame.HelpTitle) return;
        _focused = Frame.HelpTitle;
        if (_focused is not null) await _title.FocusAsync();
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? Frame.CloseHelpAsync() : Task.CompletedTask;
}
