using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>Steps at the left, buttons at the lower right. It shows what its owner decides and reports what its user wants.</summary>
public sealed partial class Wizard
{
    private ElementReference _heading;
    private int _focused = -1;

    /// <summary>Titles of the steps; the current one is the page's heading.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Steps { get; set; }

    /// <summary>Counted from 0.</summary>
    [Parameter] public int Current { get; set; }

    [Parameter] public string NextText { get; set; } = "Next";

    /// <summary>Something runs: the last button spins and the others are held.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public bool NextDisabled { get; set; }

    [Parameter] public string? NextDisabledReason { get; set; }

    /// <summary>Without it there is nothing to cancel any more.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    /// <summary>Without it there is no way back.</summary>
    [Parameter] public EventCallback OnPrevious { get; set; }

    [Parameter] public EventCallback OnNext { get; set; }

    [Parameter] public RenderFragment? Info { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focused == Current) return;
        _focused = Current;
        // The router has just put the focus on the first step's heading.
        if (!firstRender) await _heading.FocusAsync();
    }
}
