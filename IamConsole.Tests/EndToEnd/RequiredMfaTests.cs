using IamConsole.Core.Persistence;
using IamConsole.Core.SignIn;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>An account that requires MFA, at the door and in the browser (T43, T61).</summary>
public sealed class RequiredMfaTests(ChromiumBrowser browser)
{
    private const string Session = "__Host-iam-session";

    [Fact]
    public async Task T43_T61_who_is_caught_is_out_within_seconds_and_comes_back_only_through_the_wizard()
    {
        await using var org = await Organisation.OpenAsync();
        await using var hers = await browser.OpenAsync(org.Server.Url);
        await using var window = await browser.OpenAsync(org.Server.Url);
        var (maria, amina) = (new Visitor(hers, org), new Visitor(window, org));
        await amina.SignInAsync(org.Amina);
        await amina.GoToAsync("/security-credentials");
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/account-settings/mfa-policy");
        await maria.Page.GetByLabel("Require MFA for all IAM users").CheckAsync();
        await maria.Page.GetByLabel("Grace period in days").FillAsync("0");
        await maria.PressAsync("Save changes");
        await maria.SeeAsync("End the sessions of 2 users?");
        await maria.PressAsync("Save and end sessions");
        await amina.Page.GetByText("Your session has ended").First.WaitForAsync(new() { Timeout = 5000 });
        await maria.SeeAsync("2 users must register a device at the next sign-in.");

        await amina.SignInAsync(org.Amina);
        await amina.SeeAsync("You cannot go on without a device.");
        Assert.Equal(0, await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Remind me later" }).CountAsync());
        await amina.Page.GetByRole(AriaRole.Radio, new() { Name = "Authenticator app" }).CheckAsync();
        await amina.PressAsync("Continue to registration");
        await amina.SeeAsync("Device options");
        await amina.Page.GetByRole(AriaRole.Radio, new() { Name = "Authenticator app", Checked = true }).WaitForAsync();
        await amina.Page.GotoAsync("/security-credentials");
        Assert.DoesNotContain("Account details", await amina.Page.ContentAsync(), StringComparison.Ordinal);
        await amina.Page.GotoAsync("/register-mfa");
        await amina.ChooseDeviceAsync("amina-phone", "Authenticator app");
        await amina.PressAsync("Show secret key");
        var secret = (await amina.Page.Locator(".secret-key code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await amina.EnterTwoCodesAsync(new Codes(org.Server.Clock, secret), "Add MFA");
        await amina.PressAsync("Continue to the console");
        await amina.SeeAsync("amina.diallo @ lumen-labs");
        await amina.GoToAsync("/security-credentials");
        await amina.SeeAsync("amina-phone");
    }

    [Fact]
    public async Task T61_behind_the_password_nothing_but_the_enrolment_is_reached()
    {
        await using var org = await Organisation.OpenAsync();
        await RequireAsync(org);
        using var amina = new RawVisitor(org);
        Assert.StartsWith("/signin/register-mfa", (await amina.PasswordAsync(org.Amina)).Location, StringComparison.Ordinal);
        foreach (var path in Routes.OfConsole(org.Server))
            Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await amina.Client.GetAsync(path, accept: "*/*")).Status);
        var pending = amina.Client.Cookies["__Host-iam-signin"];

        await amina.Client.SubmitAsync(await amina.Client.GetAsync("/signin/register-mfa"), []);
        Assert.True(amina.Client.Cookies.ContainsKey(Session));
        foreach (var path in Routes.OfConsole(org.Server).Where(p => p is not "/register-mfa" && !p.StartsWith("/_", StringComparison.Ordinal)))
            Assert.NotEqual(System.Net.HttpStatusCode.OK, (await amina.Client.GetAsync(path)).Status);

        // Another browser with the same pending sign-in, even a copy of it, gets no enrolment of its own.
        using var thief = new RawVisitor(org);
        await thief.Client.GetAsync("/signin");
        thief.Client.Cookies["__Host-iam-signin"] = pending;
        Assert.StartsWith("/signin/ended", (await thief.Client.GetAsync("/signin/register-mfa")).Location, StringComparison.Ordinal);

        org.Server.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await amina.Client.GetAsync("/register-mfa")).Status);
    }

    [Fact]
    public async Task An_expired_password_that_an_administrator_must_reset_ends_the_sign_in_behind_the_code()
    {
        await using var org = await Organisation.OpenAsync();
        await using (var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            foreach (var account in await db.Accounts.ToListAsync(TestContext.Current.CancellationToken))
                account.PasswordPolicy = account.PasswordPolicy with { ExpiresAfterDays = 1, ExpiryNeedsAdministrator = true };
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        org.Server.Clock.Advance(TimeSpan.FromDays(1));
        using var chen = new RawVisitor(org);
        var password = await chen.PasswordAsync(org.Chen);
        var ended = await chen.CodeAsync(org.CodesOf(org.Chen).Now());

        Assert.StartsWith("/signin/mfa", password.Location, StringComparison.Ordinal);
        Assert.StartsWith("/signin/ended?why=PasswordExpired", ended.Location, StringComparison.Ordinal);
        Assert.Contains(SignInErrors.PasswordExpired.Message, (await chen.Client.GetAsync(ended.Location!)).Body, StringComparison.Ordinal);
        Assert.False(await chen.IsInAsync());
    }

    private static async Task RequireAsync(Organisation org)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        foreach (var account in await db.Accounts.ToListAsync(TestContext.Current.CancellationToken))
            account.MfaPolicy = account.MfaPolicy with { RequiredSince = org.Server.Clock.GetUtcNow() };
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
