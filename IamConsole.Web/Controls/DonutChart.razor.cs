using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>Shares of a whole: a ring for the eye, a table for screen readers.</summary>
public sealed partial class DonutChart
{
    private const double Gap = 0.7;

    /// <summary>What the chart is about.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<DonutSlice> Slices { get; set; }

    /// <summary>The figure in the middle, e.g. "78%".</summary>
    [Parameter] public string? Headline { get; set; }

    /// <summary>Words below the figure.</summary>
    [Parameter] public string? Caption { get; set; }

    private IEnumerable<(DonutSlice Slice, string Length, string Offset)> Arcs
    {
        get
        {
            double total = Slices.Sum(slice => slice.Value);
            var start = 0d;
            foreach (var slice in Slices.Where(slice => slice.Value > 0))
            {
                var share = 100 * slice.Value / total;
                var gap = share < 100 ? Gap : 0;
                yield return (slice, Number(Math.Max(share - gap, 0.1)), Number(-start));
                start += share;
            }
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
