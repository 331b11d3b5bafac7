using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>Asks before something is destroyed. With <see cref="TypedConfirmation"/> the name must be typed first.</summary>
public sealed partial class ConfirmDialog
{
    private readonly string _fieldId = ElementId.Next("confirm");
    private readonly string _formId = ElementId.Next("confirm-form");
    private string? _typed;
    private bool _wasOpen;

    [Parameter] public bool Open { get; set; }

    /// <summary>A question with the thing's name or kind.</summary>
    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>The verb of the title.</summary>
    [Parameter, EditorRequired] public required string ConfirmText { get; set; }

    [Parameter] public string? TypedConfirmation { get; set; }

    /// <summary>What was typed so far, for who keeps it; otherwise it is forgotten at each opening.</summary>
    [Parameter] public string? Typed { get; set; }

    [Parameter] public EventCallback<string?> TypedChanged { get; set; }

    [Parameter] public bool Busy { get; set; }

    /// <summary>Why it was refused; the dialog stays open and keeps what was typed.</summary>
    [Parameter] public string? Error { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public EventCallback OnConfirm { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private string? Entered => TypedChanged.HasDelegate ? Typed : _typed;

    private bool Fits => TypedConfirmation is null || string.Equals(Entered?.Trim(), TypedConfirmation, StringComparison.Ordinal);

    protected override void OnParametersSet()
    {
        if (Open && !_wasOpen) _typed = null;
        _wasOpen = Open;
    }

    private Task TypeAsync(string? typed)
    {
        _typed = typed;
        return TypedChanged.InvokeAsync(typed);
    }

    private Task ConfirmAsync() => Fits && !Busy ? OnConfirm.InvokeAsync() : Task.CompletedTask;
}
