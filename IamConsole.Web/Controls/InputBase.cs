using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IamConsole.Web.Controls;

/// <summary>What all our text inputs have in common. Inside a <see cref="FormField"/> the ids come by themselves.</summary>
public abstract class InputBase : ComponentBase
{
    private ElementReference _element;
    private string? _current;

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

    protected override void OnParametersSet() => _current = Value;

    public ValueTask FocusAsync() => _element.FocusAsync();

    /// <summary>What is reported instead of what was typed or pasted.</summary>
    protected virtual string? Clean(string? value) => value;

    /// <summary>
    /// The input element. Written by hand, because the binder must name the attribute it updates: without that
    /// the server's answer to one key overwrites the keys that were typed meanwhile.
    /// </summary>
    protected RenderFragment Input(string type, string? inputMode, string autocomplete, int? maxLength, string css = "input", bool kept = false) => builder =>
    {
        var eachKey = Immediate || OnEnter.HasDelegate;
        builder.OpenElement(0, "input");
        builder.AddMultipleAttributes(1, Attributes);
        builder.AddAttribute(2, "class", css);
        builder.AddAttribute(3, "type", type);
        builder.AddAttribute(4, "id", Id ?? Field?.Id);
        builder.AddAttribute(5, "aria-label", AriaLabel);
        builder.AddAttribute(6, "aria-describedby", DescribedBy ?? Field?.DescribedBy);
        builder.AddAttribute(7, "aria-invalid", Invalid || Field?.Invalid == true ? "true" : null);
        builder.AddAttribute(8, "placeholder", Placeholder);
        builder.AddAttribute(9, "inputmode", inputMode);
        builder.AddAttribute(10, "autocomplete", Autocomplete ?? autocomplete);
        builder.AddAttribute(11, "maxlength", MaxLength ?? maxLength);
        builder.AddAttribute(12, "disabled", Disabled);
        builder.AddAttribute(13, "readonly", ReadOnly);
        builder.AddAttribute(14, "autofocus", AutoFocus);
        builder.AddAttribute(15, "spellcheck", "false");
        builder.AddAttribute(16, "autocapitalize", "none");
        builder.AddAttribute(17, "data-kept", kept);
        if (OnBlur.HasDelegate) builder.AddAttribute(18, "onblur", OnBlur);
        if (OnEnter.HasDelegate) builder.AddAttribute(19, "onkeydown", EventCallback.Factory.Create<KeyboardEventArgs>(this, KeyAsync));
        builder.AddAttribute(20, "value", BindConverter.FormatValue(_current));
        builder.AddAttribute(21, eachKey ? "oninput" : "onchange", EventCallback.Factory.CreateBinder<string?>(this, ReportAsync, _current));
        builder.SetUpdatesAttributeName("value");
        builder.AddElementReferenceCapture(22, element => _element = element);
        builder.CloseElement();
    };

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Enter" ? OnEnter.InvokeAsync() : Task.CompletedTask;

    // Kept here too: this element is drawn once more before the owner hands the new value down.
    private Task ReportAsync(string? value)
    {
        _current = Clean(value);
        return ValueChanged.InvokeAsync(_current);
    }
}
