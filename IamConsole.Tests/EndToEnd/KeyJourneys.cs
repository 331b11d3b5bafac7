using IamConsole.Core.Attestation;
using IamConsole.Core.Demo;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security keys and passkeys of every kind in a browser: registered, used, shared, forgotten.</summary>
public sealed class KeyJourneys(ChromiumBrowser browser)
{
    public static TheoryData<string> Kinds =>
    [
        nameof(AuthenticatorKind.UsbKeyWithPin), nameof(AuthenticatorKind.U2fKey), nameof(AuthenticatorKind.Platform), nameof(AuthenticatorKind.SyncedPasskey),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_authenticator_is_registered_and_signs_in(string kind)
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await VirtualAuthenticator.AddAsync(window.Page, (AuthenticatorKind)typeof(AuthenticatorKind).GetProperty(kind)!.GetValue(null)!);
        await amina.SignInAsync(org.Amina);
        await amina.AddKeyAsync("amina-key");
        await amina.SeeAsync("MFA device assigned");
        await amina.SignOutAsync();
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();

        var device = (await org.FindDeviceAsync("amina-key"))!;
        Assert.Equal(kind == nameof(AuthenticatorKind.U2fKey) ? "fido-u2f" : "packed", device.AttestationFormat);
        Assert.Equal((AttestationType.Basic, false, null), (device.AttestationType, device.IsModelProven, device.Certifications));
        Assert.Equal(kind == nameof(AuthenticatorKind.SyncedPasskey), device.IsBackupEligible);
        Assert.Equal(kind != nameof(AuthenticatorKind.U2fKey), device.WasUserVerified);
        Assert.NotNull(device.LastUsedAt);
    }

    [Fact]
    public async Task One_key_serves_root_and_two_users_of_two_accounts()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        var visitor = new Visitor(window, org);
        DemoPerson[] people = [org.Root, org.Amina, org.Federal.People.Single(p => p.Name == "ken.adeyemi")];
        foreach (var person in people)
        {
            await visitor.SignInAsync(person);
            if (person.IsRoot) await visitor.PressAsync("Remind me later");
            await visitor.AddKeyAsync("shared-key-of-" + person.Name);
            await visitor.SeeAsync("MFA device assigned");
            await visitor.SignOutAsync();
        }

        foreach (var person in people)
        {
            await visitor.SignInAsync(person);
            await visitor.SeeConsoleAsync();
            Assert.NotNull((await org.FindDeviceAsync("shared-key-of-" + person.Name))!.LastUsedAt);
            await visitor.SignOutAsync();
        }
    }

    [Fact]
    public async Task The_browser_is_told_which_passkeys_are_still_good()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await window.Page.AddInitScriptAsync("PublicKeyCredential.signalAllAcceptedCredentials = async (all) => { document.documentElement.dataset.told = `${all.allAcceptedCredentialIds.length} of ${all.rpId}`; };");
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        await amina.AddKeyAsync("amina-key");
        await ToldAsync("1 of localhost");
        await amina.SignOutAsync();
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        await amina.GoToAsync("/security-credentials");
        await amina.SelectDeviceAsync("amina-key");
        await amina.PressAsync("Remove");
        var dialog = amina.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("amina-key");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await ToldAsync("0 of localhost");

        // The policy for scripts forbids to wait for a function of the test's own.
        Task ToldAsync(string what) => window.Page.Locator($"html[data-told='{what}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
