using Bunit;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.Users;

public sealed class UsersPageTests
{
    [Fact]
    public async Task Lists_users_with_their_MFA_and_counts_them()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.UserAsync(account, root, "bob");
        await iam.UserAsync(account, root, "robot", hasPassword: false, path: "/service/");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<UsersPage>();
        page.WaitForElement("tbody tr");

        Assert.Equal("Users (3)", page.Find("h1").TextContent);
        Assert.Equal(["/users/alice", "/users/bob", "/users/robot"], page.FindAll("tbody a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Virtual", "None", "None"], page.FindAll("tbody .status").Select(s => s.TextContent.Trim()));
        Assert.Equal(
            ["status status-success", "status status-warning", "status status-inactive"], page.FindAll("tbody .status").Select(s => s.ClassName));
        Assert.Contains("No password", page.FindAll("tbody tr")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_and_filter_stand_in_the_address_and_can_be_cleared()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/users?mfa=none");
        var page = web.Render<UsersPage>();
        page.WaitForAssertion(() => Assert.Equal("bob", page.Find("tbody a").TextContent));

        page.Find("input[type=search]").Change("ALI");
        page.WaitForAssertion(() => Assert.Contains("No matches", page.Find(".table-state").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("/users?q=ALI&mfa=none", web.Address, StringComparison.Ordinal);

        page.FindAll("button").Single(b => b.TextContent == "Clear filters").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.EndsWith("/users", web.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_forward_and_back_by_the_last_name()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        for (var n = 10; n < 38; n++) await iam.UserAsync(account, root, $"user{n}", hasPassword: false);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<UsersPage>();
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("tbody tr").Count));

        page.Find("[aria-label='Next page']").Click();
        page.WaitForAssertion(() => Assert.Equal(["user35", "user36", "user37"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.EndsWith("?after=USER34", web.Address, StringComparison.Ordinal);

        page.Find("[aria-label='Previous page']").Click();
        page.WaitForAssertion(() => Assert.Equal("user10", page.Find("tbody a").TextContent));
    }

    [Fact]
    public async Task An_account_without_users_offers_to_create_one()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<UsersPage>();

        page.WaitForAssertion(() => Assert.Contains("No users", page.Find(".table-state").TextContent, StringComparison.Ordinal));
        Assert.Equal("/users/create", page.Find(".table-state a").GetAttribute("href"));
    }

    [Fact]
    public async Task Who_manages_only_himself_reads_why_he_may_not_see_them()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));

        var page = web.Render<UsersPage>();

        page.WaitForAssertion(() => Assert.Contains("No identity-based policy allows the iam:ListUsers action", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Who_may_only_read_sees_what_he_would_need_to_change_something()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, await iam.ReaderAsync(account, root));

        var page = web.Render<UsersPage>();

        page.WaitForAssertion(() => Assert.Equal(
            ["You need iam:DeleteUser", "You need iam:UpdateLoginProfile", "You need iam:CreateUser"],
            page.FindAll(".header-actions [role=tooltip]").Select(t => t.TextContent)));
        Assert.Equal("true", page.FindAll("button").Single(b => b.TextContent == "Create user").GetAttribute("aria-disabled"));
        Assert.Empty(page.FindAll(".header-actions a"));
    }

    [Fact]
    public async Task Deletes_the_selected_user_after_its_name_was_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<UsersPage>();
        page.WaitForElement("tbody tr");

        page.Find("[aria-label='Select bob']").Change(true);
        Assert.Equal("Users (1/2)", page.Find("h1").TextContent);
        page.FindAll(".header-actions button").Single(b => b.TextContent == "Delete").Click();
        Assert.Equal("Delete bob?", page.Find("dialog h2").TextContent);
        Assert.True(page.Find("dialog button[type=submit]").HasAttribute("disabled"));
        page.Find("dialog input").Input("bob");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal(["alice"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.Equal("User bob deleted.", Assert.Single(web.Flashes).Text);
    }

    [Fact]
    public async Task A_failed_read_says_so_with_a_reference_and_can_be_tried_again()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        await iam.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Accounts RENAME TO Away", IamScenario.Ct));
        var page = web.Render<UsersPage>();
        page.WaitForElement(".table-state [role=alert]");
        Assert.Matches("reference [0-9a-f]{12}", page.Find(".table-state [role=alert]").TextContent);

        await iam.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Away RENAME TO Accounts", IamScenario.Ct));
        page.FindAll("button").Single(b => b.TextContent == "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("alice", page.Find("tbody a").TextContent));
        Assert.Empty(page.FindAll("[role=alert]"));
    }
}
