using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

public sealed class DeviceJourneys(ChromiumBrowser browser)
{
    [Fact]
    public async Task An_authenticator_app_is_assigned_with_two_codes_and_signs_in_with_the_next()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        var (phone, lastCode) = await AssignAppAsync(amina, org);
        await amina.SignOutAsync();
        await amina.SignInAsync(org.Amina);

        // The codes of the enrolment are spent.
        await amina.EnterCodeAsync(lastCode);
        await amina.SeeAsync("The MFA code is not valid.");
        await amina.EnterCodeAsync(phone.Next());
        await amina.SeeConsoleAsync();
    }

    [Fact]
    public async Task A_hardware_token_of_the_stock_is_assigned_by_serial_number_and_signs_in()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        var token = new Codes(org.Server.Clock, org.FreeToken.Secret);
        await amina.SignInAsync(org.Amina);
        await amina.GoToAsync("/security-credentials/assign-mfa");
        await amina.ChooseDeviceAsync("amina-token", "Hardware TOTP token");

        // Of the other partition, and somebody else's.
        await amina.Page.GetByLabel("Serial number").FillAsync(org.GovToken.Identifier);
        await amina.EnterTwoCodesAsync(token, "Add MFA");
        await amina.SeeAsync("does not exist in this account's partition");
        await amina.Page.GetByLabel("Serial number").FillAsync(org.Elias.Devices[0].Identifier);
        await amina.EnterTwoCodesAsync(token, "Add MFA");
        await amina.SeeAsync("MFA Device is already in use.");
        Assert.DoesNotContain("elias", await amina.Page.ContentAsync(), StringComparison.Ordinal);

        await amina.Page.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        await amina.EnterTwoCodesAsync(token, "Add MFA");
        await amina.SeeAsync("MFA device assigned");
        await amina.SignOutAsync();
        await amina.SignInWithCodeAsync(org.Amina, token.Next());
    }

    [Fact]
    public async Task A_security_key_is_registered_and_signs_in_by_the_browsers_dialog()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        await amina.SignInAsync(org.Amina);
        await RegisterKeyAsync(amina, "amina-key");
        await amina.SeeAsync("Device-bound");
        await amina.SignOutAsync();
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        await amina.GoToAsync("/security-credentials");
        await amina.SeeAsync("amina-key");
    }

    [Fact]
    public async Task One_key_serves_two_users_but_never_one_user_twice()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var visitor = new Visitor(window, org);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        await visitor.SignInAsync(org.Amina);
        await RegisterKeyAsync(visitor, "amina-key");

        await visitor.SignOutAsync();
        await visitor.SignInAsync(org.Amina);
        await visitor.SeeConsoleAsync();
        await visitor.GoToAsync("/security-credentials/assign-mfa");
        await visitor.ChooseDeviceAsync("amina-key-2", "Passkey or security key");
        await visitor.SeeAsync("already registered for this user");

        await visitor.SignOutAsync();
        await visitor.SignInWithCodeAsync(org.Chen, org.CodesOf(org.Chen).Now());
        await RegisterKeyAsync(visitor, "chen-key");
        await visitor.SignOutAsync();
        await visitor.SignInAsync(org.Amina);
        await visitor.SeeConsoleAsync();
        await visitor.SeeAsync("amina.diallo @ lumen-labs");
    }

    [Fact]
    public async Task An_administrator_assigns_a_device_for_another_user_and_removes_it()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "amina.diallo" }).ClickAsync();
        await maria.PressAsync("Assign MFA device");
        await maria.ChooseDeviceAsync("amina-token", "Hardware TOTP token");
        await maria.Page.GetByLabel("Serial number").FillAsync(org.Elias.Devices[0].Identifier);
        await maria.EnterTwoCodesAsync(new Codes(org.Server.Clock, org.FreeToken.Secret), "Add MFA");
        await maria.SeeAsync("It is assigned to elias.weber.");
        await maria.Page.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        await maria.EnterTwoCodesAsync(new Codes(org.Server.Clock, org.FreeToken.Secret), "Add MFA");
        await maria.SeeAsync("MFA device assigned");

        await maria.SelectDeviceAsync("amina-token");
        await maria.PressAsync("Remove");
        await maria.SeeAsync("This is the last MFA device");
        var confirm = maria.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true });
        Assert.True(await confirm.IsDisabledAsync());
        await maria.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("amina-token");
        await confirm.ClickAsync();
        await maria.SeeAsync("MFA device amina-token was removed.");
        await maria.SeeAsync("No MFA devices");
    }

    [Fact]
    public async Task A_slow_token_is_synchronized_in_the_dialog_and_at_sign_in()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var elias = new Visitor(window, org);
        var token = org.CodesOf(org.Elias);
        await elias.SignInAsync(org.Elias);

        // Two minutes slow: refused three times, then synchronising is offered and the sign-in goes on.
        for (var i = 0; i < 3; i++)
        {
            await elias.EnterCodeAsync(token.Now(-4));
            await elias.SeeAsync("The MFA code is not valid.");
        }

        await elias.Page.GetByRole(AriaRole.Link, new() { Name = "Synchronize it with two consecutive codes" }).ClickAsync();
        await elias.Page.GetByLabel("MFA code 1").FillAsync(token.Now(-4));
        await elias.Page.GetByLabel("MFA code 2").FillAsync(token.Now(-3));
        await elias.PressAsync("Resync");
        await elias.SeeConsoleAsync();

        await elias.SignOutAsync();
        org.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await elias.SignInWithCodeAsync(org.Elias, token.Now(-3));
        await elias.GoToAsync("/security-credentials");
        await elias.SelectDeviceAsync("elias.weber-token");
        await elias.PressAsync("Resync");
        var dialog = elias.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("MFA code 1").FillAsync(token.Now(2));
        await dialog.GetByLabel("MFA code 2").FillAsync(token.Now(5));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Resync" }).ClickAsync();
        await elias.SeeAsync("Authentication code for device is not valid.");
        await dialog.GetByLabel("MFA code 2").FillAsync(token.Now(3));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Resync" }).ClickAsync();
        await elias.SeeAsync("is synchronized.");
    }

    [Fact]
    public async Task Leaving_the_wizard_leaves_nothing_behind()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        await amina.GoToAsync("/security-credentials/assign-mfa");
        await amina.ChooseDeviceAsync("amina-phone", "Authenticator app");
        await amina.PressAsync("Cancel");
        await amina.SeeAsync("No MFA devices");
        await AssignAppAsync(amina, org, signIn: false);
    }

    private static async Task<(Codes Phone, string LastCode)> AssignAppAsync(Visitor amina, Organisation org, bool signIn = true)
    {
        if (signIn) await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        await amina.GoToAsync("/security-credentials/assign-mfa");
        await amina.ChooseDeviceAsync("amina-phone", "Authenticator app");
        await amina.PressAsync("Show secret key");
        var phone = new Codes(org.Server.Clock, (await amina.Page.Locator(".secret-key code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        var last = await amina.EnterTwoCodesAsync(phone, "Add MFA");
        await amina.SeeAsync("MFA device assigned");
        return (phone, last);
    }

    private static async Task RegisterKeyAsync(Visitor visitor, string name)
    {
        await visitor.AddKeyAsync(name);
        await visitor.SeeAsync("MFA device assigned");
    }
}
