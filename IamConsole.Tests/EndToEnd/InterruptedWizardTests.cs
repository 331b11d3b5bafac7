using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>What happens in the middle of a form: secrets are not kept, and a second tab has the same form open.</summary>
public sealed class InterruptedWizardTests(ChromiumBrowser browser)
{
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
}
