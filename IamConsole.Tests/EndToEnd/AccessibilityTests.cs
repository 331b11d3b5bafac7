using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Hosting;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Every page through axe, in both themes and on a phone.</summary>
public sealed class AccessibilityTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task Pages_of_the_console_are_clean_and_nothing_overflows()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        foreach (var (path, sign) in new[]
                 {
                     ("/", "Show as table"), ("/users", "elias.weber"), ("/users?password=12&sort=mfa", "No matches"), ("/users/~/bulk/nothing", "The results could not be shown"), ("/users/create", "Create user"),
                     ("/users/elias.weber", "elias.weber-token"), ("/users/elias.weber?tab=permissions", "SelfManageSignIn"),
                     ("/users/amina.diallo", "No MFA devices"), ("/users/nobody", "There is no user"),
                     ("/security-credentials", "maria.sousa-phone"), ("/security-credentials/assign-mfa", "Device name"), ("/no-such-page", "Page not found"),
                     ("/account-settings", "Grace period"), ("/account-settings/password-policy", "Choose the requirements yourself"),
                     ("/account-settings/mfa-policy", "Devices that are allowed"),
                     ("/account-settings/security-key-policy", "Rule for everybody"),
                     ("/notices", "No mail server is configured"), ("/credential-report", "Account summary"),
                     ("/hardware-tokens", org.Elias.Devices[0].Identifier), ("/hardware-tokens?vendor=none", "No matches"), ("/hardware-tokens/nothing", "There is no hardware token"),
                     ("/hardware-tokens/" + org.Elias.Devices[0].Identifier, "Activated as a device of elias.weber"),
                     ("/audit-events", "ConsoleLogin"), ("/audit-events?name=ConsoleLogin&range=custom", "Clear filters"),
                     ("/audit-events?result=failure&name=x", "No matches"), ("/audit-events?event=2", "Event record"),
                 })
        {
            await maria.GoToAsync(path);
            await maria.SeeAsync(sign);
            await Looks.AssertGoodAsync(window.Page, path);
        }

        foreach (var kind in new[] { "Authenticator app", "Hardware TOTP token" })
        {
            await maria.GoToAsync("/security-credentials/assign-mfa");
            await maria.ChooseDeviceAsync("new-device", kind);
            await maria.PressAsync("Add MFA");
            await maria.SeeAsync("Enter exactly 6 digits.");
            await Looks.AssertGoodAsync(window.Page, kind);
        }

        await maria.GoToAsync("/account-settings/password-policy");
        await window.Page.GetByLabel("Custom").CheckAsync();
        await window.Page.GetByLabel("Passwords expire").CheckAsync();
        await window.Page.GetByLabel("Days until a password expires").FillAsync("2000");
        await maria.PressAsync("Save changes");
        await maria.SeeAsync("Enter a number between 1 and 1,095.");
        await Looks.AssertGoodAsync(window.Page, "password policy");
        await maria.GoToAsync("/account-settings/mfa-policy");
        await window.Page.GetByLabel("Require MFA for all IAM users").CheckAsync();
        await maria.SeeAsync("2 users have no device that counts");
        await Looks.AssertGoodAsync(window.Page, "MFA policy");

        await maria.GoToAsync("/account-settings/security-key-policy");
        await window.Page.GetByLabel("Models", new() { Exact = true }).SelectOptionAsync("Only");
        await window.Page.GetByLabel("Allowed models").FillAsync("no model");
        await maria.PressAsync("Add model");
        await maria.SeeAsync("Enter an AAGUID such as");
        await Looks.AssertGoodAsync(window.Page, "policy for security keys");
        await maria.GoToAsync("/security-credentials");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "maria.sousa-phone" }).ClickAsync();
        await maria.SeeAsync("Wrong codes in a row");
        await Looks.AssertGoodAsync(window.Page, "MFA device");

        await maria.GoToAsync("/hardware-tokens");
        await maria.PressAsync("Find by codes");
        await window.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await maria.PressAsync("Find token");
        await maria.SeeAsync("Enter the 6 or 8 digits");
        await Looks.AssertGoodAsync(window.Page, "find by codes");
        await window.Page.GetByLabel("MFA code 1").FillAsync("000000");
        await window.Page.GetByLabel("MFA code 2").FillAsync("111111");
        await maria.PressAsync("Find token");
        await maria.SeeAsync("No token shows these codes");
        await Looks.AssertGoodAsync(window.Page, "no token found");
        await maria.PressAsync("Close");

        await maria.GoToAsync("/users/elias.weber");
        foreach (var action in new[] { "Resync", "Remove" })
        {
            await maria.SelectDeviceAsync("elias.weber-token");
            await maria.PressAsync(action);
            await window.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await Looks.AssertGoodAsync(window.Page, action);
            await window.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Fact]
    public async Task Pages_of_the_sign_in_are_clean_and_nothing_overflows()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var visitor = new Visitor(window, org);
        foreach (var path in new[] { "/signin", "/signin/root", "/lumen-labs/signin", "/setup", "/signin/ended", "/error" })
        {
            await window.Page.GotoAsync(path);
            await Looks.AssertGoodAsync(window.Page, path);
        }

        await visitor.SignInAsync(org.Chen, "wrong password");
        await Looks.AssertGoodAsync(window.Page, "refused");
        await visitor.SignInAsync(org.Chen);
        await Looks.AssertGoodAsync(window.Page, "MFA code");
        await visitor.EnterCodeAsync("000000");
        await Looks.AssertGoodAsync(window.Page, "wrong code");
        foreach (var path in new[] { "/signin/mfa/methods", "/signin/mfa/troubleshoot" })
        {
            await window.Page.GotoAsync(path);
            await Looks.AssertGoodAsync(window.Page, path);
        }

        await visitor.SignInAsync(org.Lucas);
        await Looks.AssertGoodAsync(window.Page, "change password");
        await visitor.SignInAsync(org.Root);
        await Looks.AssertGoodAsync(window.Page, "register MFA");
    }
}
