using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IamConsole.Web.Shell;

/// <summary>Pushes the page aside; Esc or the arrow closes it.</summary>
public sealed partial class HelpPanel
{
    private ElementReference _title;
    private string? _focused;

    [Inject] public required FrameState Frame { get; set; }

    protected override void OnInitialized() => Frame.Changed += Refresh;

    public void Dispose() => Frame.Changed -= Refresh;

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focused == Frame.HelpTitle) return;
        _focused = Frame.HelpTitle;
        if (_focused is not null) await _title.FocusAsync();
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? Frame.CloseHelpAsync() : Task.CompletedTask;
}
