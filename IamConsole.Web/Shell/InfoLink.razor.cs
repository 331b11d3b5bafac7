using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Shell;

/// <summary>"Info" beside a title or label: opens the help panel with its content.</summary>
public sealed partial class InfoLink
{
    private ElementReference _link;

    [Inject] public required FrameState Frame { get; set; }

    /// <summary>The panel's title.</summary>
    /// <summary>Other words than "Info".</summary>
    [Parameter] public string? Text { get; set; }

    [Parameter, EditorRequired] public required string Topic { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    private void Open() => Frame.ShowHelp(Topic, ChildContent, async () => await _link.FocusAsync());
}
