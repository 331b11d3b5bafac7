using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>What happens in the middle of a form: the network goes, the page is loaded anew, the server starts anew, Back, a second tab.</summary>
public sealed class InterruptedWizardTests(ChromiumBrowser browser)
{
    // The framework's own way to lose a connection, as by another network.
    private const string Drop = "() => Blazor._internal.forceCloseConnection()";

    private static readonly (string Path, string Label, string Typed)[] Forms =
    [
        ("/security-credentials/assign-mfa", "Device name", "maria-second"),
        ("/users/create", "User name", "newcomer"),
        ("/policies/create", "Policy name", "ReadTheTrail"),
    ];

    [Fact]
    public async Task What_was_typed_outlives_another_network_and_a_page_that_is_loaded_anew_and_Back_is_no_fault()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var page = window.Page;
        var maria = new Visitor(window, org);
        window.Allow("WebSocket");
        window.Allow("Connection");
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        foreach (var (path, label, typed) in Forms)
        {
            await maria.GoToAsync(path);
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(typed);
            await page.Keyboard.PressAsync("Tab");
            await page.EvaluateAsync(Drop);
            await page.Locator("dialog[open].dialog-connection").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            Assert.Equal(typed, await page.GetByLabel(label, new() { Exact = true }).InputValueAsync());

            await page.ReloadAsync();
            await maria.SeeConsoleAsync();
            await page.WaitForFunctionAsync("typed => [...document.querySelectorAll('input')].some(f => f.value === typed)", typed);
            await page.GoBackAsync();
            await maria.SeeConsoleAsync();
            await page.GoForwardAsync();
            await maria.SeeConsoleAsync();
        }

        Assert.False(await page.Locator("#blazor-error-ui").IsVisibleAsync());
    }

    [Fact]
    public async Task A_password_and_a_code_are_never_kept()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/security-credentials");
        await maria.PressAsync("Change password");
        await window.Page.GetByLabel("Current password").FillAsync("a secret of mine");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show password" }).First.ClickAsync();
        await maria.GoToAsync("/users/create");
        await window.Page.GetByLabel("User name", new() { Exact = true }).FillAsync("newcomer");
        var stored = "";
        await window.Page.ExposeFunctionAsync("tellStored", (string text) => stored = text);
        await window.Page.EvaluateAsync("() => { dispatchEvent(new PageTransitionEvent('pagehide')); return tellStored(JSON.stringify(sessionStorage)); }");

        Assert.Contains("newcomer", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret of mine", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_the_wizard_says_that_the_scanned_code_is_worthless_and_gives_the_name_back()
    {
        var data = Directory.CreateTempSubdirectory("iam-console-test-");
        await using var org = await Organisation.OpenAsync(new ConsoleServer(data: data));
        await using var window = await browser.OpenAsync(org.Server.Url);
        window.Allow("WebSocket");
        window.Allow("Connection");
        window.Allow("ERR_CONNECTION");
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/security-credentials/assign-mfa");
        await maria.ChooseDeviceAsync("maria-second", "Authenticator app");
        await maria.PressAsync("Show QR code");
        await org.Server.DisposeAsync();
        await using var again = new ConsoleServer(data: data, port: org.Server.Url.Port);

        var lost = window.Page.Locator(".connection-lost");
        while (!await lost.IsVisibleAsync())
        {
            var retry = window.Page.Locator("[data-connection=retry]:visible");
            if (await retry.CountAsync() > 0) await retry.First.ClickAsync();
            await window.Page.WaitForFunctionAsync("() => ['lost', 'failed', 'trying'].includes(document.querySelector('.dialog-connection').dataset.state)");
        }

        Assert.Contains("worthless", await lost.InnerTextAsync(), StringComparison.Ordinal);
        await maria.PressAsync("Load the page anew");
        await maria.SeeConsoleAsync();
        await window.Page.WaitForFunctionAsync("() => location.pathname !== '/security-credentials/assign-mfa' || document.querySelector('main h1') !== null");
    }

    [Fact]
    public async Task Of_two_tabs_with_one_wizard_the_second_is_told_that_the_name_is_taken()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users/amina.diallo/assign-mfa");
        await using var second = new BrowserPage(await window.Page.Context.NewPageAsync());
        var there = new Visitor(second, org);
        await there.GoToAsync("/users/amina.diallo/assign-mfa");
        await maria.ChooseDeviceAsync("amina-token", "Hardware TOTP token");
        await there.ChooseDeviceAsync("amina-token", "Hardware TOTP token");
        await window.Page.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        await second.Page.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        var token = new Codes(org.Server.Clock, org.FreeToken.Secret);
        await maria.EnterTwoCodesAsync(token, "Add MFA");
        await maria.SeeAsync("MFA device assigned");
        await there.EnterTwoCodesAsync(token, "Add MFA");
        await second.Page.Locator(".field-error:not(:empty), .alert").First.WaitForAsync();
        Assert.False(await second.Page.Locator("#blazor-error-ui").IsVisibleAsync());
    }
}
