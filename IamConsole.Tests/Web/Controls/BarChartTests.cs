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

        var chart = web.Render<BarChart>(p => p.Add(c => c.Label, "Test").Add(c => c.Series, Series).Add(c => c.Bars, [new("1 Mar", [highest, 0])]));

        Assert.Equal(ticks, string.Join(' ', chart.FindAll("text[text-anchor=end]").Select(t => t.TextContent)));
        Assert.Equal(highest == 0 ? 0 : 1, chart.FindAll("rect").Count);
        Assert.All(chart.FindAll("rect"), r => Assert.InRange(double.Parse(r.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture), 12, 190));
    }
}
