using AngleSharp.Dom;
using Bunit;
using IamConsole.Core.MfaDevices;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.AccountSettings;

namespace IamConsole.Tests.Web.AccountSettings;

public sealed class AccountSettingsPageTests
{
    [Fact]
    public async Task Shows_the_account_both_policies_and_who_complies()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.UserAsync(account, root, "bob");
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { MinimumLength = 14, RequireDigit = true, Expires = true, ExpiresAfterDays = 90 });
        await iam.RequireMfaAsync(root, 14, MfaDeviceKind.Virtual, MfaDeviceKind.Hardware);
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<AccountSettingsPage>();
        page.WaitForElement("progress");

        Assert.Equal(
            ["At least 14 characters", "One digit", "Not a common password", "Not a name of the user or account"],
            Of(page, "Strength").QuerySelectorAll("li").Select(i => i.TextContent.Trim()));
        Assert.Contains("Expires after 90 days", Of(page, "Other requirements").TextContent, StringComparison.Ordinal);
        Assert.Contains("Root user and all IAM users with a password", Of(page, "Required for").TextContent, StringComparison.Ordinal);
        Assert.Equal("14 days; 35 days for the root user", Of(page, "Grace period").TextContent.Trim());
        Assert.Equal(
            ["status status-inactive", "status status-success", "status status-success"],
            Of(page, "Allowed devices").QuerySelectorAll(".status").Select(s => s.ClassName));
        Assert.Contains("1 of 2 users", Of(page, "Compliance").TextContent, StringComparison.Ordinal);
        Assert.Equal("View 1 user without MFA", page.Find("a[href='/users?mfa=none']").TextContent);
    }

    [Fact]
    public async Task The_alias_is_edited_with_a_warning_and_its_error_stands_at_the_field()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<AccountSettingsPage>();
        page.WaitForElement("button[aria-label='Edit account']:not([disabled])").Click();
        page.WaitForElement("dialog form");

        page.FindAll("dialog input")[1].Input("Not an alias");
        await page.Find("dialog form").SubmitAsync();
        Assert.Contains("Use 3 to 63 lower-case letters", page.Find("dialog .field-error").TextContent + page.FindAll("dialog .field-error")[1].TextContent, StringComparison.Ordinal);
        page.FindAll("dialog input")[1].Input("lumen-labs");
        Assert.Contains("https://console.example/lumen-labs/signin", page.Find("dialog .alert").TextContent, StringComparison.Ordinal);
        await page.Find("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("lumen-labs", Of(page, "Account alias").TextContent, StringComparison.Ordinal));
        Assert.Equal("Account settings saved.", Assert.Single(web.Flashes).Text);
        Assert.NotEqual(account.Id, Of(page, "Sign-in URL").TextContent);
    }

    [Fact]
    public async Task Who_manages_only_himself_reads_the_password_policy_and_edits_nothing()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(await iam.UserAsync(account, root, "bob")));

        var page = web.Render<AccountSettingsPage>();

        page.WaitForAssertion(() => Assert.Contains("iamconsole:GetMFAPolicy", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Account", "Password policy", "Hardware tokens"], page.FindAll(".container h2").Select(h => h.TextContent));
        Assert.Empty(page.FindAll(".header-actions :is(a, button)"));
    }

    private static IElement Of(IRenderedComponent<AccountSettingsPage> page, string key) =>
        page.FindAll(".key-value").Single(pair => pair.QuerySelector("dt")!.TextContent.Trim() == key).QuerySelector("dd")!;
}
