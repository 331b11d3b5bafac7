using Bunit;
using IamConsole.Core.AccountSettings;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.AccountSettings;

namespace IamConsole.Tests.Web.AccountSettings;

public sealed class EditPasswordPolicyPageTests
{
    [Fact]
    public async Task A_wrong_number_is_told_at_its_field_and_a_right_form_is_saved_and_leads_back()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<EditPasswordPolicyPage>();
        page.WaitForElements("input[type=radio]")[1].Change(true);

        page.FindAll("input.input-number")[0].Change("seven");
        await page.Find("form").SubmitAsync();
        Assert.Equal("Enter a number between 8 and 128.", page.Find(".field-error span").TextContent);
        Assert.Equal("seven", page.FindAll("input.input-number")[0].GetAttribute("value"));

        page.FindAll("input.input-number")[0].Change("14");
        Check(page, "At least one digit");
        Check(page, "Passwords expire");
        page.FindAll("input.input-number")[1].Change("2000");
        await page.Find("form").SubmitAsync();
        Assert.Equal("Enter a number between 1 and 1,095.", page.Find(".field-error span").TextContent);

        page.FindAll("input.input-number")[1].Change("30");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.EndsWith("/account-settings", web.Address, StringComparison.Ordinal));
        var policy = (await iam.Get<GetAccountSettings>().RunAsync(root.Caller, IamScenario.Ct)).Ok().PasswordPolicy;
        Assert.Equal((14, true, false, 30, true), (policy.MinimumLength, policy.RequireDigit, policy.RequireSymbol, policy.ExpiresAfterDays, policy.UsersMayChange));
        Assert.Equal("Password policy saved.", Assert.Single(web.Flashes).Text);
    }

    [Fact]
    public async Task The_form_shows_what_is_stored_and_default_takes_it_back()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { PreventsReuse = true, RememberedPasswords = 7, UsersMayChange = false });
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<EditPasswordPolicyPage>();
        page.WaitForElement("input.input-number");

        Assert.Equal(["8", "7"], page.FindAll("input.input-number").Select(i => i.GetAttribute("value")));
        page.FindAll("input[type=radio]")[0].Change(true);
        Assert.Empty(page.FindAll("input.input-number"));
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/account-settings", web.Address, StringComparison.Ordinal));
        Assert.True((await iam.Get<GetAccountSettings>().RunAsync(root.Caller, IamScenario.Ct)).Ok().PasswordPolicy.IsDefault);
    }

    [Fact]
    public async Task An_old_proof_is_asked_for_again_before_anything_is_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/account-settings/password-policy");

        web.Render<EditPasswordPolicyPage>();

        Assert.Contains("/signin/confirm?returnUrl=%2Faccount-settings%2Fpassword-policy%3Fresume%3D", web.Address, StringComparison.Ordinal);
    }

    private static void Check(IRenderedComponent<EditPasswordPolicyPage> page, string label) =>
        page.FindAll("label.check").Single(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)).QuerySelector("input")!.Change(true);
}
