using IamConsole.Tests.EndToEnd.Rig;

namespace IamConsole.Tests.EndToEnd;

public sealed class KeyboardTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task An_authenticator_app_is_assigned_by_keyboard_alone()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var keys = window.Page.Keyboard;
        await window.Page.GotoAsync("/lumen-labs/signin");
        await keys.TypeAsync(org.Amina.Name);
        await TabToAsync("input-password");
        await keys.TypeAsync(org.Amina.Password);
        await keys.PressAsync("Enter");
        var amina = new Visitor(window, org);
        await amina.SeeConsoleAsync();
        await amina.SeeAsync("You have no MFA device");
        await ReachAsync("Assign MFA device");
        await keys.PressAsync("Enter");
        await amina.SeeAsync("Device options");
        await ReachAsync("Device name");
        await keys.TypeAsync("amina-phone");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await ReachAsync("Next");
        await keys.PressAsync("Enter");
        await amina.SeeAsync("Show QR code");
        await ReachAsync("Show secret key");
        await keys.PressAsync("Enter");
        var secret = (await window.Page.Locator(".secret-key code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var phone = new Codes(org.Server.Clock, secret);
        await ReachAsync("MFA code 1");
        await keys.TypeAsync(phone.Now());
        await ReachAsync("MFA code 2");
        await keys.TypeAsync(phone.Next());
        await ReachAsync("Add MFA");
        await keys.PressAsync("Enter");
        await amina.SeeAsync("MFA device assigned");

        // What a person does: Tab until the wanted thing has the focus.
        async Task ReachAsync(string name)
        {
            for (var i = 0; i < 60; i++)
            {
                var focused = await window.Page.EvaluateAsync<string>(
                    "(e => (e.labels?.[0]?.innerText ?? e.ariaLabel ?? e.innerText ?? '').trim())(document.activeElement)");
                if (focused == name || focused.StartsWith(name + ":", StringComparison.Ordinal)) return;
                await keys.PressAsync("Tab");
            }

            Assert.Fail($"Tab does not reach {name}");
        }

        async Task TabToAsync(string id)
        {
            for (var i = 0; i < 20 && await window.Page.EvaluateAsync<string>("document.activeElement.id") != id; i++) await keys.PressAsync("Tab");
        }
    }
}
