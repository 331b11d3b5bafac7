using Bunit;
using IamConsole.Web.Controls;

namespace IamConsole.Tests.Web.Controls;

public sealed class BarChartTests
{
    private static readonly BarSeries[] Series = [new("Good", "passkey"), new("Bad", "none")];

    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(3, "0 1 2 3")]
    [InlineData(9, "0 5 10")]
    [InlineData(53, "0 20 40 60")]
    [InlineData(1200, "0 500 1,000 1,500")]
    public async Task The_scale_reaches_the_highest_bar_in_round_steps(int highest, string ticks)
    {
        await using var web = new BunitContext();

        var chart = web.Render<BarPlot>(p => p
            .Add(c => c.Width, 720).Add(c => c.Label, "Test").Add(c => c.Series, Series).Add(c => c.Bars, [new("1 Mar", [highest, 0])]));

        Assert.Equal(ticks, string.Join(' ', chart.FindAll("text[text-anchor=end]").Select(t => t.TextContent)));
        Assert.Equal(highest == 0 ? 0 : 1, chart.FindAll("rect").Count);
        Assert.All(chart.FindAll("rect"), r => Assert.InRange(double.Parse(r.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture), 12, 190));
    }

    [Theory]
    [InlineData(14, ".plot-wide", 14)]
    [InlineData(30, ".plot-wide", 10)]
    [InlineData(14, ".plot-phone", 5)]
    [InlineData(30, ".plot-phone", 6)]
    public async Task As_many_days_are_named_as_have_room_the_last_among_them(int days, string plot, int named)
    {
        await using var web = new BunitContext();

        var chart = web.Render<BarChart>(p => p
            .Add(c => c.Label, "Test").Add(c => c.Series, Series).Add(c => c.Bars, [.. Enumerable.Range(1, days).Select(day => new Bar($"{day} Mar", [day, 1]))]));

        var names = chart.FindAll($"{plot} text[text-anchor=middle]").Select(t => t.TextContent).ToList();
        Assert.Equal((named, $"{days} Mar"), (names.Count, names[^1]));
        Assert.Equal(2 * days, chart.FindAll($"{plot} rect").Count);
    }
}
