using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>
/// The drawing of a <see cref="BarChart"/>. It grows and shrinks with the window, its writing too: for a phone it is drawn
/// anew with fewer labels.
/// </summary>
public sealed partial class BarPlot
{
    private const int Height = 220;
    private const int Left = 40;
    private const int Top = 12;
    private const int Bottom = 190;
    private const int Steps = 4;
    private const int LabelWidth = 46;
    private const double Gap = 1.5;

    /// <summary>In units of the drawing; text is 12 of them high.</summary>
    [Parameter, EditorRequired] public required int Width { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>What the chart is about.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<BarSeries> Series { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Bar> Bars { get; set; }

    private int Highest => Bars.Count == 0 ? 0 : Bars.Max(bar => bar.Values.Sum());

    // The smallest of 1, 2, 5, 10, 20 … that reaches the top in four steps.
    private int Step
    {
        get
        {
            for (var power = 1; ; power *= 10)
                foreach (var step in new[] { power, 2 * power, 5 * power })
                    if ((long)step * Steps >= Highest || power >= 100_000_000) return step;
        }
    }

    private IEnumerable<int> Ticks => Enumerable.Range(0, ((Math.Max(Highest, 1) - 1) / Step) + 2).Select(i => i * Step);

    private int Ceiling => Ticks.Last();

    private double Slot => (double)(Width - Left) / Math.Max(Bars.Count, 1);

    private double Thick => Slot * 0.76;

    private int Every => (int)Math.Ceiling(LabelWidth / Slot);

    private string X(int index) => Number(Left + (index * Slot) + ((Slot - Thick) / 2));

    private double Center(int index) => Left + ((index + 0.5) * Slot);

    private string Y(double value) => Number(Level(value));

    private double Level(double value) => Bottom - ((Bottom - Top) * value / Ceiling);

    private IEnumerable<(BarSeries Series, double Top, double Height)> Parts(Bar bar)
    {
        var below = 0;
        foreach (var (series, value) in Series.Zip(bar.Values))
        {
            if (value == 0) continue;
            var (bottom, top) = (Level(below) - Gap, Level(below + value));
            yield return (series, Math.Min(top, bottom - 1), Math.Max(bottom - top, 1));
            below += value;
        }
    }

    private string Words(Bar bar) => $"{bar.Label}: {string.Join(", ", Series.Zip(bar.Values, (series, value) => $"{series.Label} {value}"))}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
