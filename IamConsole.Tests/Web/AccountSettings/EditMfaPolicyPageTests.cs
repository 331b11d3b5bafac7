using Bunit;
using IamConsole.Core.AccountSettings;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.AccountSettings;
using IamConsole.Web.Controls;

namespace IamConsole.Tests.Web.AccountSettings;

public sealed class EditMfaPolicyPageTests
{
    [Fact]
    public async Task The_switch_says_first_whom_it_catches_and_stores_nothing_before_it_is_saved()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.UserAsync(account, root, "bob");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<EditMfaPolicyPage>();
        page.WaitForElement(".check-field");

        Assert.Empty(page.FindAll(".alert"));
        Check(page, "Require MFA", true);
        Assert.Contains("1 user in the grace period", page.Find(".alert").TextContent, StringComparison.Ordinal);
        page.Find("input.input-number").Change("0");
        Assert.Contains("1 user caught at once", page.Find(".alert").TextContent, StringComparison.Ordinal);
        Check(page, "Authenticator app", false);
        Assert.Contains("2 users have no device that counts", page.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Contains("alice, bob", page.Find(".alert").TextContent, StringComparison.Ordinal);

        Assert.False((await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy.IsRequired);
    }

    [Fact]
    public async Task Ending_sessions_is_confirmed_and_the_administrator_is_told_that_he_is_one_of_them()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        await using var web = await SignedInContext.OfAsync(iam, admin);
        var page = web.Render<EditMfaPolicyPage>();
        page.WaitForElement(".check-field");
        Check(page, "Require MFA", true);
        page.Find("input.input-number").Change("0");

        await page.Find("form.page").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("End the sessions of 1 user?", page.Find("dialog h2").TextContent));
        Assert.Contains("You are one of them", page.Find("dialog .alert").TextContent, StringComparison.Ordinal);
        Assert.False((await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy.IsRequired);
        await page.Find("dialog form").SubmitAsync();
        page.WaitForAssertion(() => Assert.EndsWith("/account-settings", web.Address, StringComparison.Ordinal));
        Assert.True((await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy.IsRequired);
    }

    [Fact]
    public async Task Two_clicks_at_save_are_one_change_and_one_message()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var bar = web.Render<Flashbar>();
        var page = web.Render<EditMfaPolicyPage>();
        page.WaitForElement(".check-field");
        var before = (await iam.TrailAsync()).Count;
        var form = page.Find("form.page");

        await page.InvokeAsync(() =>
        {
            _ = form.SubmitAsync();
            _ = form.SubmitAsync();
        });

        page.WaitForAssertion(() => Assert.Equal("MFA policy saved.", Assert.Single(bar.FindAll(".flash-body")).TextContent.Trim()));
        Assert.Equal(before + 1, (await iam.TrailAsync()).Count);
    }

    [Fact]
    public async Task Wrong_days_and_no_kind_are_told_where_they_are()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<EditMfaPolicyPage>();
        page.WaitForElement(".check-field");
        Check(page, "Require MFA", true);

        page.Find("input.input-number").Change("91");
        Assert.Equal("Enter a number between 0 and 90.", page.Find(".field-error span").TextContent);
        page.Find("input.input-number").Change("90");
        foreach (var kind in new[] { "Passkey", "Authenticator", "Hardware" }) Check(page, kind, false);
        Assert.Equal("Allow at least one kind of device.", page.Find("#kinds-error span").TextContent);
        await page.Find("form.page").SubmitAsync();
        Assert.False((await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy.IsRequired);
    }

    private static void Check(IRenderedComponent<EditMfaPolicyPage> page, string label, bool on) =>
        page.FindAll("label.check").Single(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)).QuerySelector("input")!.Change(on);
}
