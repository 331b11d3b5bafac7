using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.Controls;

/// <summary>
/// A native modal dialog: the browser holds the focus inside, closes on Esc and gives the focus back.
/// Always in the tree of its page; its content only while open.
/// </summary>
public sealed partial class ModalDialog
{
    private readonly string _titleId = ElementId.Next("dialog-title");
    private ElementReference _dialog;
    private IJSObjectReference? _module;
    private bool _shown;

    [Inject] public required IJSRuntime Js { get; set; }

    [Parameter] public bool Open { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter] public DialogWidth Width { get; set; } = DialogWidth.Medium;

    /// <summary>Something runs: Esc and the cross are held.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public RenderFragment? Actions { get; set; }

    /// <summary>The user wants out: set <see cref="Open"/> to false. Without it the dialog cannot be left.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Open == _shown) return;
        _shown = Open;
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./Controls/ModalDialog.razor.js");
        await _module.InvokeVoidAsync(Open ? "show" : "close", _dialog);
    }

    protected override ValueTask LeaveAsync() => _module.CloseAsync();

    private Task DismissAsync() => Busy ? Task.CompletedTask : OnClose.InvokeAsync();

    // A browser may close the dialog on a second Esc without asking.
    private async Task ClosedAsync()
    {
        if (!_shown) return;
        _shown = false;
        await OnClose.InvokeAsync();
    }
}
