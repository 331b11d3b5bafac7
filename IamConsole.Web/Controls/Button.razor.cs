using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IamConsole.Web.Controls;

/// <summary>A pill button, or a link that looks like one. A plain element: a page holds many of them.</summary>
public sealed partial class Button
{
    private readonly string _reasonId = ElementId.Next("reason");

    [Parameter] public ButtonKind Kind { get; set; } = ButtonKind.Normal;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Icon markup before the text, or the whole face when there is no text (then <see cref="Label"/> is needed).</summary>
    [Parameter] public string? Icon { get; set; }

    /// <summary>Accessible name when the face is an icon or the text alone is ambiguous.</summary>
    [Parameter] public string? Label { get; set; }

    [Parameter] public string? Href { get; set; }

    [Parameter] public bool Submit { get; set; }

    [Parameter] public bool FullWidth { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>Why the action is not available. The button stays reachable by keyboard and says it.</summary>
    [Parameter] public string? DisabledReason { get; set; }

    /// <summary>Shows a spinner and ignores clicks.</summary>
    [Parameter] public bool Busy { get; set; }

    [Parameter] public bool AutoFocus { get; set; }

    [Parameter] public bool StopPropagation { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public EventCallback<MouseEventArgs> OnClick { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private bool Blocked => Disabled || Busy || DisabledReason is not null;

    private string Css
    {
        get
        {
            var kind = Kind switch
            {
                ButtonKind.Primary => "button-primary",
                ButtonKind.Normal => "button-normal",
                ButtonKind.Text => "button-text",
                ButtonKind.Icon => "button-text button-icon",
            };
            var round = Kind is not ButtonKind.Icon && ChildContent is null ? " button-icon" : "";
            return $"button {kind}{round}{(FullWidth ? " button-full" : "")} {Class}".TrimEnd();
        }
    }

    private Task ClickAsync(MouseEventArgs click) => Blocked ? Task.CompletedTask : OnClick.InvokeAsync(click);

    private RenderFragment Content => builder =>
    {
        if (Busy)
        {
            builder.OpenComponent<Spinner>(0);
            builder.CloseComponent();
        }
        else if (Icon is not null)
        {
            builder.OpenComponent<Icon>(1);
            builder.AddComponentParameter(2, nameof(Controls.Icon.Svg), Icon);
            builder.CloseComponent();
        }
        builder.AddContent(3, ChildContent);
    };
}
