using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>A factor is asked for in the middle of something: in a browser, with the page that asks.</summary>
public sealed class StepUpJourneys(ChromiumBrowser browser)
{
    [Fact]
    public async Task The_page_says_what_for_and_afterwards_the_dialog_is_open_and_nothing_was_removed()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var (maria, codes) = (new Visitor(window, org), org.CodesOf(org.Maria));
        await maria.SignInWithCodeAsync(org.Maria, codes.Next());
        await maria.GoToAsync("/users/chen.yulan");
        await maria.SelectDeviceAsync("chen.yulan-phone");
        org.Server.Clock.Advance(TimeSpan.FromMinutes(11));

        await maria.PressAsync("Remove");
        await maria.SeeAsync("remove the MFA device chen.yulan-phone of chen.yulan");
        await Looks.AssertGoodAsync(maria.Page, "confirm it is you");
        await maria.EnterCodeAsync(codes.Next());

        var dialog = maria.Page.GetByRole(AriaRole.Dialog, new() { Name = "Remove MFA device?" });
        await dialog.WaitForAsync();
        Assert.NotNull(await org.FindDeviceAsync("chen.yulan-phone"));
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("chen.yulan-phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await maria.SeeAsync("MFA device chen.yulan-phone was removed.");

        // The address of the question is worth nothing any more.
        await maria.Page.ReloadAsync();
        await maria.SeeConsoleAsync();
        Assert.Equal(0, await dialog.CountAsync());
    }

    [Fact]
    public async Task A_form_that_is_sent_after_the_limit_loses_nothing_and_cancelling_loses_nothing_either()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var (maria, codes) = (new Visitor(window, org), org.CodesOf(org.Maria));
        await maria.SignInWithCodeAsync(org.Maria, codes.Next());
        await maria.GoToAsync("/users/create");
        await maria.Page.GetByLabel("User name").FillAsync("new.person");
        await maria.Page.GetByLabel("E-mail address").FillAsync("new.person@example.com");
        org.Server.Clock.Advance(TimeSpan.FromMinutes(11));
        await maria.PressAsync("Create user");
        await maria.SeeAsync("create the user new.person");

        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await maria.SeeConsoleAsync();
        await Assertions.Expect(maria.Page.GetByLabel("User name")).ToHaveValueAsync("new.person");
        await maria.PressAsync("Create user");
        await maria.EnterCodeAsync(codes.Next());
        await maria.SeeConsoleAsync();
        await Assertions.Expect(maria.Page.GetByLabel("User name")).ToHaveValueAsync("new.person");
        await Assertions.Expect(maria.Page.GetByLabel("E-mail address")).ToHaveValueAsync("new.person@example.com");

        await maria.PressAsync("Create user");
        await maria.SeeAsync("User new.person created.");
    }

    [Fact]
    public async Task A_second_device_right_after_the_first_asks_for_no_third_code()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await amina.SignInAsync(org.Amina);
        foreach (var name in new[] { "amina-phone", "amina-tablet" })
        {
            await amina.GoToAsync("/security-credentials/assign-mfa");
            await amina.ChooseDeviceAsync(name, "Authenticator app");
            await amina.PressAsync("Show secret key");
            var secret = (await amina.Page.Locator(".secret-key code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
            await amina.EnterTwoCodesAsync(new Codes(org.Server.Clock, secret), "Add MFA");
            await amina.SeeAsync("MFA device assigned");
        }

        Assert.NotNull(await org.FindDeviceAsync("amina-tablet"));
    }
}
