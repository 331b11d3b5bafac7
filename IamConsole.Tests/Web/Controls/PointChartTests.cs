using System.Globalization;
using Bunit;
using IamConsole.Web.Controls;

namespace IamConsole.Tests.Web.Controls;

public sealed class PointChartTests
{
    [Theory]
    [InlineData(0, 0, "0 1")]
    [InlineData(0, 4, "0 1 2 3 4")]
    [InlineData(-28, 17, "-30 -20 -10 0 10 20")]
    [InlineData(-100, -40, "-100 -80 -60 -40 -20 0")]
    public async Task The_scale_holds_every_point_and_zero_in_round_steps(int lowest, int highest, string ticks)
    {
        await using var web = new BunitContext();

        var plot = web.Render<PointPlot>(p => p
            .Add(c => c.Width, 720).Add(c => c.Label, "Test").Add(c => c.Color, "hardware").Add(c => c.Points, [Point(1, lowest), Point(2, highest)]));

        Assert.Equal(ticks, string.Join(' ', plot.FindAll("text[text-anchor=end]").Select(t => t.TextContent)));
        Assert.All(plot.FindAll("circle"), c => Assert.InRange(double.Parse(c.GetAttribute("cy")!, CultureInfo.InvariantCulture), 12, 190));
        Assert.Equal("1 Mar: high", plot.Find("circle title").TextContent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(120)]
    public async Task Names_below_do_not_meet_and_the_last_is_among_them(int points)
    {
        await using var web = new BunitContext();

        var chart = web.Render<PointChart>(p => p
            .Add(c => c.Label, "Test").Add(c => c.Series, "Height").Add(c => c.Points, [.. Enumerable.Range(1, points).Select(n => Point(n * n, n))]));

        var names = chart.FindAll(".plot-phone text[text-anchor=middle]");
        var places = names.Select(n => double.Parse(n.GetAttribute("x")!, CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal($"{points * points} Mar", names[0].TextContent);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 46));
        Assert.All(places, place => Assert.InRange(place, 44, 340 - 26));
        Assert.Equal(points, chart.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task The_range_in_which_points_should_lie_is_drawn_and_named()
    {
        await using var web = new BunitContext();

        var chart = web.Render<PointChart>(p => p
            .Add(c => c.Label, "Test").Add(c => c.Series, "Height").Add(c => c.Points, [Point(1, 5)]).Add(c => c.Band, (-30d, 30d)).Add(c => c.BandLabel, "Good"));

        var band = chart.Find(".plot-wide .plot-band");
        Assert.True(double.Parse(band.GetAttribute("height")!, CultureInfo.InvariantCulture) > 100);
        Assert.Contains("Good", chart.Find("ul").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Test", "Test"], chart.FindAll("svg[role=img]").Select(s => s.GetAttribute("aria-label")));
    }

    private static PlotPoint Point(int x, double y) => new(x, y, $"{x} Mar", "high");
}
