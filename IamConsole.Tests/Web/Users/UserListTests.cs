using Bunit;
using IamConsole.Core.Groups;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Users;

/// <summary>The users page's orders, filters, columns and bulk actions.</summary>
public sealed class UserListTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_heading_sorts_and_a_second_press_turns_the_order_round()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice", path: "/z/");
        await iam.UserAsync(account, root, "bob", path: "/a/");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<UsersPage>();
        page.WaitForElement("tbody tr");

        Press(page, "Path");
        page.WaitForAssertion(() => Assert.Equal(["bob", "alice"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.EndsWith("/users?sort=path", web.Address, StringComparison.Ordinal);
        Assert.Equal("ascending", page.FindAll("th").Single(th => th.TextContent == "Path").GetAttribute("aria-sort"));
        Press(page, "Path");
        page.WaitForAssertion(() => Assert.Equal(["alice", "bob"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.EndsWith("/users?sort=path&dir=desc", web.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_chosen_and_the_name_always_stays()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<UsersPage>();
        page.WaitForElement("tbody tr");

        page.Find("[aria-label=Preferences]").Click();
        page.FindAll("dialog label").Single(l => l.TextContent.Trim() == "Path").QuerySelector("input")!.Change(false);
        page.FindAll("dialog label").Single(l => l.TextContent.Trim() == "Console last sign-in").QuerySelector("input")!.Change(true);
        page.FindAll("dialog button").Single(b => b.TextContent == "Confirm").Click();

        Assert.Equal(
            ["User name", "MFA", "Password age", "Last activity", "Console last sign-in", "Created"],
            page.FindAll("th").Skip(1).Select(th => th.TextContent.Trim()));
    }

    [Fact]
    public async Task All_matching_users_are_offered_when_the_whole_page_is_selected()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        for (var i = 10; i < 40; i++) await iam.UserAsync(account, root, $"user{i}", hasPassword: false);
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "field", IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<UsersPage>();
        page.WaitForElement("tbody tr");

        page.Find("[aria-label='Select all']").Change(true);
        Assert.Equal("Users (25/30)", page.Find("h1").TextContent);
        Press(page, "Select all 30 matching users");
        Assert.Equal("Users (30/30)", page.Find("h1").TextContent);
        Press(page, "Add to group");
        page.WaitForElement("#bulk-group").Change("field");
        await page.Find("dialog[aria-labelledby] form:has(#bulk-group)").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Add to group field: 0 of 30 users", page.Find(".progress-box").TextContent, StringComparison.Ordinal), Patience);
        await iam.RunJobsAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Contains("30 of 30 users", page.Find(".progress-box").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("100", page.Find("progress").GetAttribute("value"));
        var members = (await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery(Group: "field", Size: 100), IamScenario.Ct)).Ok();
        Assert.Equal(30, members.Rows.Count);
    }

    [Theory]
    [InlineData("?mfa=none&access=yes", MfaStrength.None, true, null, null, false)]
    [InlineData("?password=90&activity=30", null, null, 90, 30, false)]
    [InlineData("?password=never&activity=never", null, false, null, null, true)]
    [InlineData("?mfa=nonsense&password=-1&activity=99999999999&sort=9&access=x", null, null, null, null, false)]
    public void The_address_says_what_is_asked_and_nonsense_says_nothing(
        string query, MfaStrength? mfa, bool? access, int? older, int? within, bool never)
    {
        var values = System.Web.HttpUtility.ParseQueryString(query);
        var asked = new UserListAddress(Mfa: values["mfa"], Access: values["access"], Password: values["password"], Activity: values["activity"], Sort: values["sort"]).Query;

        Assert.Equal(new UserQuery(Mfa: mfa, ConsoleAccess: access, PasswordOlderThan: older, ActiveWithin: within, NeverActive: never), asked);
    }

    private static void Press(IRenderedComponent<UsersPage> page, string button) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == button).Click();
}
