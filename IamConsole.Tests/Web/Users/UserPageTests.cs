using Bunit;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Users;

namespace IamConsole.Tests.Web.Users;

public sealed class UserPageTests
{
    [Fact]
    public async Task Sums_up_who_the_user_is_and_how_he_signs_in()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = Render(web, "ALICE");

        Assert.Equal("alice", page.Find("h1").TextContent);
        Assert.Contains($"arn:aws:iam::{account.Id}:user/alice", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Enabled with MFA", page.Find(".status").TextContent.Trim());
        Assert.Contains("1 of 8", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Permissions", "Security credentials"], page.FindAll("[role=tab]").Select(t => t.TextContent));
    }

    [Fact]
    public async Task A_user_without_devices_is_warned_of_in_the_summary_and_offered_one()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = Render(web, "alice");

        Assert.Equal("Enabled without MFA", page.Find(".status").TextContent.Trim());
        page.WaitForAssertion(() => Assert.Equal("No MFA devices", page.Find(".empty-title").TextContent));
    }

    [Fact]
    public async Task A_name_that_nobody_has_leads_back_to_the_users()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<UserPage>(p => p.Add(u => u.UserName, "nobody"));

        page.WaitForAssertion(() => Assert.Equal("There is no user with this name", page.Find("h2").TextContent));
    }

    [Fact]
    public async Task A_new_password_is_shown_once_and_signs_in()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Render(web, "alice");

        Press(page, "Manage console access");
        page.WaitForElement("dialog form");
        await page.Find("dialog form").SubmitAsync();

        var password = page.WaitForElement("dialog code").TextContent;
        Assert.True((await iam.TypePasswordAsync(new Credentials(account.Id, "alice", null, password))).Succeeded);
        Press(page, "Close");
        page.WaitForAssertion(() => Assert.Contains("must be changed at next sign-in", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(password, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_access_can_be_taken_away()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Render(web, "alice");

        Press(page, "Manage console access");
        page.WaitForElement("dialog form");
        page.FindAll("dialog input[type=radio]")[1].Change("on");
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Disabled", page.Find(".status").TextContent.Trim()));
        Assert.Equal("Console access of alice disabled.", Assert.Single(web.Flashes).Text);
    }

    [Fact]
    public async Task An_old_proof_is_renewed_on_its_own_page_before_anything_is_asked()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/users/alice");
        var page = Render(web, "alice");
        iam.Clock.Advance(TimeSpan.FromMinutes(11));

        Press(page, "Manage console access");

        page.WaitForAssertion(() => Assert.Contains("/signin/confirm?returnUrl=%2Fusers%2Falice%3Fresume%3D", web.Address, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("dialog form"));
    }

    [Fact]
    public async Task Who_manages_only_himself_finds_no_buttons_of_administrators_on_his_page()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob));

        var page = Render(web, "bob");

        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent is "Delete" or "Manage console access");
    }

    private static IRenderedComponent<UserPage> Render(SignedInContext web, string name)
    {
        var page = web.Render<UserPage>(p => p.Add(u => u.UserName, name));
        page.WaitForElement(".arn");
        return page;
    }

    private static void Press(IRenderedComponent<UserPage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent == text).Click();
}
