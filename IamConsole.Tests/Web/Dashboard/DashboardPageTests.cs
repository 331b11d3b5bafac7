using Bunit;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Dashboard;

namespace IamConsole.Tests.Web.Dashboard;

public sealed class DashboardPageTests
{
    [Fact]
    public async Task Root_of_a_new_account_is_first_told_to_assign_a_device()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<DashboardPage>();
        page.WaitForElement(".recommendations strong");

        Assert.Contains("Security recommendations (2)", page.FindAll("h2").Select(h => h.TextContent.Trim()));
        Assert.Equal("Add MFA for root user", page.Find(".recommendations strong").TextContent);
        Assert.Equal("/security-credentials/assign-mfa", page.Find(".recommendations a").GetAttribute("href"));
        Assert.Equal("1", page.Find("a.big-number").TextContent);
        Assert.Contains("0% with MFA", page.Find("caption").TextContent, StringComparison.Ordinal);
        Assert.Contains($"https://console.example/{account.Id}/signin", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_of_each_day_stand_in_a_chart_and_in_a_table()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.TypePasswordAsync(account.Root.Credentials with { Password = "wrong" });
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<DashboardPage>();
        page.WaitForElement(".bar-chart");

        Assert.Equal("2 Mar: Successful 1, Wrong password 1, MFA failed 0", page.FindAll(".bar-chart title")[^1].TextContent);
        Assert.Equal(14, page.FindAll(".bar-table tbody tr").Count);
        Assert.Equal(["1", "1", "0"], page.FindAll(".bar-table tbody tr")[^1].QuerySelectorAll("td").Select(td => td.TextContent));
        page.Find("[aria-label=Period]").Change("30");
        page.WaitForAssertion(() => Assert.Equal(30, page.FindAll(".bar-table tbody tr").Count));
    }

    [Fact]
    public async Task Who_manages_only_himself_sees_the_account_but_no_figures()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));

        var page = web.Render<DashboardPage>();
        page.WaitForElement(".recommendations strong");

        Assert.Equal("You have no MFA device", Assert.Single(page.FindAll(".recommendations strong")).TextContent);
        Assert.Equal(["Security recommendations (1)", "Account", "Quick links"], page.FindAll("h2").Select(h => h.TextContent.Trim()));
        Assert.DoesNotContain(page.FindAll("a"), a => a.GetAttribute("href") == "/users");
    }

    [Fact]
    public async Task What_happened_to_ones_password_is_said_until_it_is_dismissed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        Assert.True((await iam.Get<SetConsolePassword>().RunAsync(root.Caller, bob.UserId, "another long password", false, IamScenario.Ct)).Succeeded);
        var session = await iam.SignInAsync(bob with { Password = "another long password" });
        await using var web = await SignedInContext.OfAsync(iam, session);

        var page = web.Render<DashboardPage>();
        page.WaitForElement(".alert-warning");
        Assert.Contains("Your console password was changed by root.", page.Find(".alert-warning").TextContent, StringComparison.Ordinal);
        page.Find(".alert-warning button").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".alert-warning")));

        await using var later = await SignedInContext.OfAsync(iam, session);
        var again = later.Render<DashboardPage>();
        again.WaitForElement(".recommendations strong");
        Assert.Empty(again.FindAll(".alert-warning"));
    }
}
