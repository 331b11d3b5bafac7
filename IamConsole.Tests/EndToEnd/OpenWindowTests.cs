using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Windows that stay open while something else happens.</summary>
public sealed class OpenWindowTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task T21_signing_out_in_one_tab_ends_the_other_within_seconds()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        await amina.GoToAsync("/security-credentials");
        var other = await window.Page.Context.NewPageAsync();
        await other.GotoAsync("/security-credentials");
        await other.Locator("[data-interactive=true]").WaitForAsync();
        await amina.SignOutAsync();
        await other.GetByText("Your session has ended").First.WaitForAsync();
    }

    [Fact]
    public async Task T22_an_administrator_who_is_demoted_is_out_at_once()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users");
        await using (var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await db.Users.Where(u => u.Name == "maria.sousa").ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, "changed"), TestContext.Current.CancellationToken);
        await maria.SeeAsync("Your session has ended");
    }

    [Fact]
    public async Task T34_a_stale_proof_is_asked_again_before_a_factor_changes_and_the_page_comes_back()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var chen = new Visitor(window, org);
        await chen.SignInWithCodeAsync(org.Chen, org.CodesOf(org.Chen).Now());
        await chen.GoToAsync("/security-credentials");
        org.Server.Clock.Advance(TimeSpan.FromMinutes(11));
        await chen.SelectDeviceAsync("chen.yulan-phone");
        await chen.PressAsync("Remove");
        await chen.SeeAsync("Confirm that it is you");
        await chen.EnterCodeAsync(org.CodesOf(org.Chen).Now());
        await chen.SeeConsoleAsync();
        await chen.SeeAsync("chen.yulan-phone");
        Assert.Equal("/security-credentials", new Uri(window.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Root_whose_35_days_are_over_registers_inside_the_sign_in()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var root = new Visitor(window, org);
        await root.SignInAsync(org.Root);
        await root.PressAsync("Remind me later");
        await root.SeeConsoleAsync();
        await root.SignOutAsync();
        org.Server.Clock.Advance(TimeSpan.FromDays(36));
        await root.SignInAsync(org.Root);
        await root.SeeAsync("MFA is required");
        Assert.Equal(0, await window.Page.GetByRole(AriaRole.Button, new() { Name = "Remind me later" }).CountAsync());
        await root.PressAsync("Continue to registration");
        await root.SeeConsoleAsync();
        await root.ChooseDeviceAsync("root-token", "Hardware TOTP token");
        await window.Page.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        await root.EnterTwoCodesAsync(new Codes(org.Server.Clock, org.FreeToken.Secret), "Add MFA");
        await root.PressAsync("Continue to the console");
        await root.SeeAsync("root @ lumen-labs");
        Assert.Equal(org.Server.Url.ToString(), window.Page.Url);
    }

    [Fact]
    public async Task An_enrolment_session_reaches_nothing_else()
    {
        await using var org = await Organisation.OpenAsync();
        using var root = new RawVisitor(org);
        await root.PasswordAsync(org.Root);
        var page = await root.Client.GetAsync("/signin/register-mfa");
        await root.Client.SubmitAsync(page, []);
        Assert.True(root.Client.Cookies.ContainsKey("__Host-iam-session"));
        foreach (var path in Routes.OfConsole(org.Server).Where(p => p is not ("/register-mfa" or "/_blazor") && !p.StartsWith("/_", StringComparison.Ordinal)))
            Assert.NotEqual(System.Net.HttpStatusCode.OK, (await root.Client.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_page_that_has_not_come_yet_says_so_and_without_scripts_why()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        await amina.GoToAsync("/security-credentials");
        await Assertions.Expect(window.Page.GetByText("Opening the console")).ToBeHiddenAsync();

        // A socket that opens and never answers.
        await window.Page.RouteWebSocketAsync("**/_blazor**", _ => { });
        await window.Page.GotoAsync("/security-credentials");
        await Assertions.Expect(window.Page.GetByText("Opening the console")).ToBeVisibleAsync();

        using var raw = new RawVisitor(org);
        await raw.PasswordAsync(org.Amina);
        Assert.Matches("(?s)<noscript>.*needs scripts.*</noscript>", (await raw.Client.GetAsync("/security-credentials")).Body);
    }
}
