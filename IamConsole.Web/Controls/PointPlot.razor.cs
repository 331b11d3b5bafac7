using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>The drawing of a <see cref="PointChart"/>, drawn anew with fewer labels for a phone; see <see cref="BarPlot"/>.</summary>
public sealed partial class PointPlot
{
    private const int Height = 220;
    private const int Left = 44;
    private const int Top = 12;
    private const int Bottom = 190;
    private const int Margin = 8;
    private const int MostSteps = 5;
    private const int LabelWidth = 52;

    /// <summary>In units of the drawing; text is 12 of them high.</summary>
    [Parameter, EditorRequired] public required int Width { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>What the chart is about.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>From left to right.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<PlotPoint> Points { get; set; }

    /// <summary>The range in which points should lie.</summary>
    [Parameter] public (double Low, double High)? Band { get; set; }

    /// <summary>See <see cref="BarSeries.Color"/>.</summary>
    [Parameter, EditorRequired] public required string Color { get; set; }

    private IEnumerable<double> Heights => [0, .. Points.Select(point => point.Y), .. Band is { } band ? new[] { band.Low, band.High } : []];

    private double Step => Rounded(Heights.Max() - Heights.Min());

    private double Floor => Math.Floor(Heights.Min() / Step) * Step;

    private double Ceiling => Math.Max(Math.Ceiling(Heights.Max() / Step) * Step, Floor + Step);

    private IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((Ceiling - Floor) / Step) + 1).Select(i => Floor + (i * Step));

    // From the right: the last point is the one people look for.
    private IEnumerable<PlotPoint> Named
    {
        get
        {
            var free = double.MaxValue;
            foreach (var point in Points.Reverse())
            {
                if (X(point) > free) continue;
                free = Math.Min(X(point), Width - (LabelWidth / 2)) - LabelWidth;
                if (free < Left - LabelWidth / 2) yield break;
                yield return point;
            }
        }
    }

    // The smallest of 1, 2, 5, 10, 20 … that spans the heights in five steps.
    private static double Rounded(double span)
    {
        for (var power = 1d; ; power *= 10)
            foreach (var step in new[] { power, 2 * power, 5 * power })
                if (step * MostSteps >= span) return step;
    }

    private double X(PlotPoint point)
    {
        var (first, last) = (Points[0].X, Points[^1].X);
        return first == last ? (Left + Width) / 2d : Left + Margin + ((point.X - first) / (last - first) * (Width - Left - (2 * Margin)));
    }

    private string Y(double value) => Number(Level(value));

    private double Level(double value) => Bottom - ((Bottom - Top) * (value - Floor) / (Ceiling - Floor));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
