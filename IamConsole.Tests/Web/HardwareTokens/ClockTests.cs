using Bunit;
using IamConsole.Core.Accounts;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Dashboard;
using IamConsole.Web.HardwareTokens;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.HardwareTokens;

/// <summary>What administrators see of tokens' clocks.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_new_token_has_no_course_yet_and_says_how_many_readings_make_one()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<HardwareTokenPage>(p => p.Add(c => c.Serial, "HT-1"));
        page.WaitForElement("[aria-label=History]");

        Assert.Contains("Not known yet: 0 of 12 days with codes, over at least 28 days", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No code of this token was accepted", page.Markup, StringComparison.Ordinal);
        Assert.Contains("In time", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("circle"));
    }

    [Fact]
    public async Task A_drifting_token_shows_its_course_and_stands_on_the_dashboard()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        for (var day = 1; day <= 34; day++)
        {
            iam.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(7 * day % 30));
            token.Drift = TimeSpan.FromSeconds(-0.8 * day);
            await iam.SignInAsync(bob with { App = token });
        }

        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(iam.PersonOf(root)));
        var page = web.Render<HardwareTokenPage>(p => p.Add(c => c.Serial, "HT-1"));
        page.WaitForElement(".plot-wide circle");
        var dashboard = web.Render<DriftingTokenList>();
        dashboard.WaitForElement("table");

        Assert.Matches(@"Loses (0\.[5-9]|1\.[01]) seconds a day", page.Markup);
        Assert.Matches(@"From about \d+ \w+ 2026, unless it is resynchronized", page.Markup);
        Assert.Equal(35, page.FindAll(".bar-table tbody tr").Count);
        Assert.Equal("/hardware-tokens/HT-1", dashboard.Find("a").GetAttribute("href"));
        Assert.Matches(@"in \d+ days, \d+ \w+ 2026|today", dashboard.Find("tbody").TextContent);
    }

    [Fact]
    public async Task Where_none_drifts_the_dashboard_says_nothing_and_readers_without_the_right_hear_nothing()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        await using (var quiet = await SignedInContext.OfAsync(iam, root))
            Assert.Equal("", quiet.Render<DriftingTokenList>().Markup.Trim());
        var soon = DateOnly.FromDateTime(iam.Now.UtcDateTime).AddDays(1);
        await iam.ReadAsync(db => db.HardwareTokens.ExecuteUpdateAsync(s => s.SetProperty(t => t.LeavesOn, soon)));
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob with { App = token }));

        var page = web.Render<DashboardPage>();
        page.WaitForElement(".recommendations strong");

        Assert.DoesNotContain("resynchronize", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.4, "In time")]
    [InlineData(1.2, "1 second fast")]
    [InlineData(-64.6, "65 seconds slow")]
    public void Drift_is_said_in_whole_seconds(double seconds, string words) => Assert.Equal(words, ClockText.Drift(seconds));

    [Fact]
    public void A_point_of_the_plot_is_a_day_and_its_drift() =>
        Assert.Equal(("3 Mar", "12 seconds slow"), (ClockText.Point(new DriftPoint(new DateOnly(2026, 3, 3), -12)).Label, ClockText.Point(new DriftPoint(new DateOnly(2026, 3, 3), -12)).Words));
}
