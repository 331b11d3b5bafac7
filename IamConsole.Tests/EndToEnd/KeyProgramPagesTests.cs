using IamConsole.Core.KeyProgram;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The pages of the security key program through axe, in both themes and on a phone, and by keyboard.</summary>
public sealed class KeyProgramPagesTests(ChromiumBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_state_of_the_pages_is_clean_and_nothing_overflows()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var root = await OpenAsync(window, org);
        foreach (var path in new[] { "/security-keys", "/security-keys/order" })
        {
            await root.GoToAsync(path);
            await root.SeeAsync("The security key program is switched off");
            await Looks.AssertGoodAsync(root.Page, path + ", off");
        }

        await org.OpenKeyProgramAsync(spend: 64);
        await root.GoToAsync("/security-keys/order");
        await root.SeeAsync("This account is not eligible yet");
        await Looks.AssertGoodAsync(root.Page, "not eligible");
        Assert.True((await org.Server.Get<RecordFigure>().RunAsync("lumen-labs", "Spend", 212, Ct)).Succeeded);
        await root.PressAsync("Check again");
        await root.PressAsync("Place order");
        await root.SeeAsync("Accept the terms of the program.");
        await Looks.AssertGoodAsync(root.Page, "wrong form");
        await root.FillAddressAsync("97201");
        await root.PressAsync("Place order");
        await root.SeeAsync("Order SK-2026-0001 placed");
        await Looks.AssertGoodAsync(root.Page, "placed");
        await root.Page.GetByRole(AriaRole.Radio, new() { Name = "Select SK-2026-0001" }).CheckAsync();
        await root.PressAsync("Cancel order");
        await root.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await Looks.AssertGoodAsync(root.Page, "cancel");
        await root.Page.Keyboard.PressAsync("Escape");
        await org.Server.Get<ApproveKeyOrder>().RunAsync("1", Ct);
        await org.Server.Get<ShipKeyOrder>().RunAsync("1", "PX 884 201 553", "https://carrier.example/px", new DateOnly(2026, 11, 30), Ct);
        await root.PressAsync("Refresh");
        await root.SeeAsync("View shipment");
        await Looks.AssertGoodAsync(root.Page, "shipped");
        await org.Server.Get<DeliverKeyOrder>().RunAsync("1", Ct);
        await root.PressAsync("Refresh");
        await root.SeeAsync("Register security key");
        await Looks.AssertGoodAsync(root.Page, "delivered");
    }

    [Fact]
    public async Task A_key_is_ordered_by_keyboard_alone()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var root = await OpenAsync(window, org);
        await org.OpenKeyProgramAsync(spend: 212);
        await root.GoToAsync("/security-keys/order");
        await root.SeeAsync("This account is eligible for one free security key");
        var keys = root.Page.Keyboard;
        await ReachAsync("USB-A with NFC");
        await keys.PressAsync("ArrowDown");
        foreach (var (label, text) in new[]
                 {
                     ("Full name", "Maria Sousa"), ("Phone number", "+1 555 0142"), ("Address line 1", "410 Harbour Street"), ("City", "Portland"), ("State", "Oregon"),
                     ("ZIP code", "97201"),
                 })
        {
            await ReachAsync(label);
            await keys.TypeAsync(text);
        }

        await ReachAsync("I accept the terms of the program: one key for each account, not for resale.");
        await keys.PressAsync("Space");
        await ReachAsync("Place order");
        await keys.PressAsync("Enter");
        await root.SeeAsync("Order SK-2026-0001 placed");
        await root.SeeAsync("USB-C with NFC");

        async Task ReachAsync(string name)
        {
            for (var i = 0; i < 60; i++)
            {
                var focused = await root.Page.EvaluateAsync<string>(
                    "(e => (e.labels?.[0]?.querySelector('.tile-label')?.innerText ?? e.labels?.[0]?.innerText ?? e.ariaLabel ?? e.innerText ?? '').trim())(document.activeElement)");
                if (focused == name) return;
                await keys.PressAsync("Tab");
            }

            Assert.Fail($"Tab does not reach {name}");
        }
    }

    private static async Task<Visitor> OpenAsync(BrowserPage window, Organisation org)
    {
        var root = new Visitor(window, org);
        await root.SignInAsync(org.Root);
        await root.PressAsync("Remind me later");
        await root.SeeConsoleAsync();
        return root;
    }
}
