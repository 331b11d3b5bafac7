using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>A choice of one: native radios, so the arrow keys move as everywhere.</summary>
public sealed partial class TileGroup<TValue>
{
    private readonly string _errorId = ElementId.Next("tiles-error");

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Description { get; set; }

    [Parameter] public string? Error { get; set; }

    [Parameter] public TValue? Value { get; set; }

    [Parameter] public EventCallback<TValue> ValueChanged { get; set; }

    /// <summary>One to three; always one on a phone.</summary>
    [Parameter] public int Columns { get; set; } = 1;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    internal string Name { get; } = ElementId.Next("tiles");

    internal bool IsChosen(TValue value) => EqualityComparer<TValue>.Default.Equals(value, Value);

    internal Task ChooseAsync(TValue value) => ValueChanged.InvokeAsync(value);
}
