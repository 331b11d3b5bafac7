using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>Label above, description, the input, the error, the constraint: tied together for screen readers.</summary>
public sealed partial class FormField
{
    private readonly string _generatedId = ElementId.Next("field");
    private FieldContext _context = new("", null, false);

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>A fixed id for the input; otherwise one is made.</summary>
    [Parameter] public string? Id { get; set; }

    [Parameter] public string? Description { get; set; }

    /// <summary>What is allowed; stays when an error is shown.</summary>
    [Parameter] public string? Constraint { get; set; }

    [Parameter] public string? Error { get; set; }

    [Parameter] public bool Optional { get; set; }

    /// <summary>Takes the full width instead of two thirds.</summary>
    [Parameter] public bool Wide { get; set; }

    /// <summary>A link beside the label.</summary>
    [Parameter] public RenderFragment? Info { get; set; }

    /// <summary>One of our inputs: it finds the context by itself.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Any other element: put the context's id, describedby and invalid on it.</summary>
    [Parameter] public RenderFragment<FieldContext>? Input { get; set; }

    private bool HasError => !string.IsNullOrEmpty(Error);

    private string DescriptionId => $"{_context.Id}-description";

    private string ErrorId => $"{_context.Id}-error";

    private string ConstraintId => $"{_context.Id}-constraint";

    protected override void OnParametersSet()
    {
        var id = Id ?? _generatedId;
        string?[] parts =
        [
            Description is null ? null : $"{id}-description",
            HasError ? $"{id}-error" : null,
            Constraint is null ? null : $"{id}-constraint",
        ];
        var describedBy = string.Join(' ', parts.Where(part => part is not null));
        var context = new FieldContext(id, describedBy.Length == 0 ? null : describedBy, HasError);
        if (context != _context) _context = context;
    }
}
