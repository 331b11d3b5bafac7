using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>What all our text inputs have in common. Inside a <see cref="FormField"/> the ids come by themselves.</summary>
public abstract class InputBase : ComponentBase
{
    protected ElementReference Element { get; set; }

    [CascadingParameter] public FieldContext? Field { get; set; }

    [Parameter] public string? Value { get; set; }

    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    [Parameter] public string? Id { get; set; }

    [Parameter] public string? DescribedBy { get; set; }

    /// <summary>Accessible name where no visible label stands, e.g. a filter.</summary>
    [Parameter] public string? AriaLabel { get; set; }

    [Parameter] public bool Invalid { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public string? Autocomplete { get; set; }

    [Parameter] public int? MaxLength { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool ReadOnly { get; set; }

    [Parameter] public bool AutoFocus { get; set; }

    /// <summary>Reports each key instead of the finished value. Costs a message per key: for typed confirmations and filters only.</summary>
    [Parameter] public bool Immediate { get; set; }

    [Parameter] public EventCallback OnBlur { get; set; }

    /// <summary>Enter was pressed; makes the input immediate, so that the value is complete by then.</summary>
    [Parameter] public EventCallback OnEnter { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected string? EffectiveId => Id ?? Field?.Id;

    protected string? EffectiveDescribedBy => DescribedBy ?? Field?.DescribedBy;

    protected string? AriaInvalid => Invalid || Field?.Invalid == true ? "true" : null;

    private bool OnEachKey => Immediate || OnEnter.HasDelegate;

    public ValueTask FocusAsync() => Element.FocusAsync();

    protected virtual string? Clean(string? value) => value;

    protected Task InputAsync(ChangeEventArgs change) => OnEachKey ? ReportAsync(change) : Task.CompletedTask;

    protected Task ChangeAsync(ChangeEventArgs change) => OnEachKey ? Task.CompletedTask : ReportAsync(change);

    protected Task KeyAsync(Microsoft.AspNetCore.Components.Web.KeyboardEventArgs key) =>
        key.Key == "Enter" ? OnEnter.InvokeAsync() : Task.CompletedTask;

    /// <summary>Handlers that nobody needs are not attached: each would be a message to the server.</summary>
    protected EventCallback<T> When<T>(bool needed, Func<T, Task> handler) =>
        needed ? EventCallback.Factory.Create(this, handler) : default;

    protected bool ListensToKeys => OnEnter.HasDelegate;

    protected bool ListensToInput => OnEachKey;

    private Task ReportAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(Clean(change.Value as string));
}
