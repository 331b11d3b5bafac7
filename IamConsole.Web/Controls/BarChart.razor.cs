using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>Stacked bars for the eye, and the same figures as a table for whoever prefers it.</summary>
public sealed partial class BarChart
{
    /// <summary>What the chart is about.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<BarSeries> Series { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Bar> Bars { get; set; }
}
