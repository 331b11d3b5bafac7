using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Hosting;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Every page through axe, in both themes and on a phone.</summary>
public sealed class AccessibilityTests(ChromiumBrowser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Pages_of_the_console_are_clean_and_nothing_overflows(ColorScheme scheme, int width)
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url, scheme, width);
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
            await AssertGoodAsync(window.Page, path, width);
        }

        foreach (var kind in new[] { "Authenticator app", "Hardware TOTP token" })
        {
            await maria.GoToAsync("/security-credentials/assign-mfa");
            await maria.ChooseDeviceAsync("new-device", kind);
            await maria.PressAsync("Add MFA");
            await maria.SeeAsync("Enter exactly 6 digits.");
            await AssertGoodAsync(window.Page, kind, width);
        }

        await maria.GoToAsync("/account-settings/password-policy");
        await window.Page.GetByLabel("Custom").CheckAsync();
        await window.Page.GetByLabel("Passwords expire").CheckAsync();
        await window.Page.GetByLabel("Days until a password expires").FillAsync("2000");
        await maria.PressAsync("Save changes");
        await maria.SeeAsync("Enter a number between 1 and 1,095.");
        await AssertGoodAsync(window.Page, "password policy", width);
        await maria.GoToAsync("/account-settings/mfa-policy");
        await window.Page.GetByLabel("Require MFA for all IAM users").CheckAsync();
        await maria.SeeAsync("2 users have no device that counts");
        await AssertGoodAsync(window.Page, "MFA policy", width);

        await maria.GoToAsync("/account-settings/security-key-policy");
        await window.Page.GetByLabel("Models", new() { Exact = true }).SelectOptionAsync("Only");
        await window.Page.GetByLabel("Allowed models").FillAsync("no model");
        await maria.PressAsync("Add model");
        await maria.SeeAsync("Enter an AAGUID such as");
        await AssertGoodAsync(window.Page, "policy for security keys", width);
        await maria.GoToAsync("/security-credentials");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "maria.sousa-phone" }).ClickAsync();
        await maria.SeeAsync("Wrong codes in a row");
        await AssertGoodAsync(window.Page, "MFA device", width);

        await maria.GoToAsync("/hardware-tokens");
        await maria.PressAsync("Find by codes");
        await window.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await maria.PressAsync("Find token");
        await maria.SeeAsync("Enter the 6 or 8 digits");
        await AssertGoodAsync(window.Page, "find by codes", width);
        await window.Page.GetByLabel("MFA code 1").FillAsync("000000");
        await window.Page.GetByLabel("MFA code 2").FillAsync("111111");
        await maria.PressAsync("Find token");
        await maria.SeeAsync("No token shows these codes");
        await AssertGoodAsync(window.Page, "no token found", width);
        await maria.PressAsync("Close");

        await maria.GoToAsync("/users/elias.weber");
        foreach (var action in new[] { "Resync", "Remove" })
        {
            await maria.SelectDeviceAsync("elias.weber-token");
            await maria.PressAsync(action);
            await window.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await AssertGoodAsync(window.Page, action, width);
            await window.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Pages_of_the_sign_in_are_clean_and_nothing_overflows(ColorScheme scheme, int width)
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url, scheme, width);
        var visitor = new Visitor(window, org);
        foreach (var path in new[] { "/signin", "/signin/root", "/lumen-labs/signin", "/setup", "/signin/ended", "/error" })
        {
            await window.Page.GotoAsync(path);
            await AssertGoodAsync(window.Page, path, width);
        }

        await visitor.SignInAsync(org.Chen, "wrong password");
        await AssertGoodAsync(window.Page, "refused", width);
        await visitor.SignInAsync(org.Chen);
        await AssertGoodAsync(window.Page, "MFA code", width);
        await visitor.EnterCodeAsync("000000");
        await AssertGoodAsync(window.Page, "wrong code", width);
        foreach (var path in new[] { "/signin/mfa/methods", "/signin/mfa/troubleshoot" })
        {
            await window.Page.GotoAsync(path);
            await AssertGoodAsync(window.Page, path, width);
        }

        await visitor.SignInAsync(org.Lucas);
        await AssertGoodAsync(window.Page, "change password", width);
        await visitor.SignInAsync(org.Root);
        await AssertGoodAsync(window.Page, "register MFA", width);
    }

    private static async Task AssertGoodAsync(IPage page, string what, int width)
    {
        await Axe.AssertCleanAsync(page, what);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{what} overflows by {overflow} px at {width} px");
    }
}
