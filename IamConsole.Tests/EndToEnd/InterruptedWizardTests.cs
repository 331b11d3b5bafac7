using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>What happens in the middle of a form: the network goes, the page is loaded anew, the server starts anew, Back, a second tab.</summary>
public sealed class InterruptedWizardTests(ChromiumBrowser browser)
{
    // The framework's own way to lose a connection, as by another network. What is typed before anybody notices never arrives.
    private const string Drop =
        """
        () => new Promise(taken => {
          const dialog = document.querySelector(".dialog-connection");
          dialog.addEventListener("components-reconnect-state-changed", change => change.detail.state === "hide" && taken());
          Blazor._internal.forceCloseConnection();
          document.execCommand("insertText", false, "2");
        })
        """;

    private static readonly (string Path, string Label, string Typed)[] Forms =
    [
        ("/security-credentials/assign-mfa", "Device name", "maria-2"),
        ("/users/create", "User name", "newcomer2"),
        ("/policies/create", "Policy name", "ReadTheTrail2"),
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
        window.Allow("Cannot send data");
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        foreach (var (path, label, typed) in Forms)
        {
            await maria.GoToAsync(path);
            var field = page.GetByLabel(label, new() { Exact = true });
            await field.PressSequentiallyAsync(typed[..^1]);
            await page.EvaluateAsync(Drop);
            await Assertions.Expect(field).ToHaveValueAsync(typed);
            if (label == "Device name")
            {
                // The window that was taken up again goes on, and a later step remembers the earlier one.
                await page.GetByRole(AriaRole.Radio, new() { Name = "Authenticator app" }).CheckAsync();
                await maria.PressAsync("Next");
                await page.GetByRole(AriaRole.Heading, new() { Name = "Set up device" }).WaitForAsync();
            }

            await page.ReloadAsync();
            await maria.SeeConsoleAsync();
            await ShowsAsync(page, typed);
            if (label == "User name")
            {
                await field.PressAsync("End");
                await page.EvaluateAsync(Drop.Replace("\"2\"", "\"3\"", StringComparison.Ordinal));
                await maria.PressAsync("Create user");
                await maria.SeeAsync("newcomer23");
            }

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
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show password" }).First.ClickAsync();
        await TypeAsync(window.Page, "Old password", "a secret of mine");
        await window.Page.EvaluateAsync("() => Blazor.navigateTo('/users/create')");
        await TypeAsync(window.Page, "User name", "newcomer");
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
        window.Allow("Failed to ");
        window.Allow("Cannot send data");
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/security-credentials/assign-mfa");
        await TypeAsync(window.Page, "Device name", "maria-second");
        await window.Page.GetByRole(AriaRole.Radio, new() { Name = "Authenticator app" }).CheckAsync();
        await maria.PressAsync("Next");
        await maria.PressAsync("Show QR code");
        await org.Server.DisposeAsync();
        await using var again = new ConsoleServer(data: data, port: org.Server.Url.Port);

        await window.Page.WaitForFunctionAsync("""
            () => {
              const dialog = document.querySelector(".dialog-connection");
              if (dialog.dataset.state === "failed") dialog.querySelector(".connection-failed [data-connection=retry]").click();
              return dialog.dataset.state === "lost";
            }
            """, null, new() { Timeout = 60_000 });
        Assert.Contains("worthless", await window.Page.Locator(".connection-lost").InnerTextAsync(), StringComparison.Ordinal);
        await maria.PressAsync("Load the page anew");
        await maria.SeeConsoleAsync();
        await ShowsAsync(window.Page, "maria-second");
    }

    [Fact]
    public async Task Of_two_tabs_with_one_wizard_the_second_is_told_that_the_name_is_taken()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users/amina.diallo/assign-mfa");
        var second = await window.Page.Context.NewPageAsync();
        await second.GotoAsync("/users/amina.diallo/assign-mfa");
        await second.Locator("[data-interactive=true]").WaitForAsync();
        await maria.ChooseDeviceAsync("amina-token", "Hardware TOTP token");
        await second.GetByLabel("Device name").FillAsync("amina-token");
        await second.GetByRole(AriaRole.Radio, new() { Name = "Hardware TOTP token" }).CheckAsync();
        await Button("Next").ClickAsync();
        await second.GetByRole(AriaRole.Heading, new() { Name = "Set up device" }).WaitForAsync();
        await window.Page.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        await second.GetByLabel("Serial number").FillAsync(org.FreeToken.Identifier);
        var token = new Codes(org.Server.Clock, org.FreeToken.Secret);
        await maria.EnterTwoCodesAsync(token, "Add MFA");
        await maria.SeeAsync("MFA device assigned");
        await second.GetByLabel("MFA code 1").FillAsync(token.Next());
        await second.GetByLabel("MFA code 2").FillAsync(token.Next());
        await Button("Add MFA").ClickAsync();
        await second.Locator("main .alert, main .field-error span").First.WaitForAsync();
        Assert.False(await second.Locator("#blazor-error-ui").IsVisibleAsync());

        ILocator Button(string name) => second.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    }

    // Key by key: what a script writes is nobody's typing.
    private static async Task TypeAsync(IPage page, string label, string text)
    {
        await page.GetByLabel(label, new() { Exact = true }).PressSequentiallyAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static Task ShowsAsync(IPage page, string text) =>
        page.WaitForFunctionAsync("text => [...document.querySelectorAll('main input')].some(field => field.value === text)", text);
}
