using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A key's answer that no message of a page can carry is refused with words, in the wizard and at the sign-in.</summary>
public sealed class LargeKeyTests(ChromiumBrowser browser)
{
    private const string Words = "The key's answer is too large for this console.";

    [Fact]
    public async Task It_ends_no_page()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        await amina.GoToAsync("/security-credentials/assign-mfa");
        await window.Page.EvaluateAsync(Large("create"));
        await amina.ChooseDeviceAsync("large-key", "Passkey or security key");
        await amina.SeeAsync(Words);
        await amina.SeeAsync("Try again");

        await amina.AddKeyAsync("amina-key");
        await amina.SeeAsync("MFA device assigned");
        await amina.SignOutAsync();
        await window.Page.AddInitScriptAsync(Large("get"));
        await amina.SignInAsync(org.Amina);
        await amina.SeeAsync(Words);
    }

    private static string Large(string ceremony) => $"navigator.credentials.{ceremony} = async () => ({{ toJSON: () => ({{ id: 'A'.repeat(40000) }}) }});";
}
