using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Hardware tokens from the stock to a user and back.</summary>
public sealed class TokenJourneys(ChromiumBrowser browser)
{
    [Fact]
    public async Task A_token_is_handed_out_activated_suspended_and_reported_lost()
    {
        await using var org = await Organisation.OpenAsync();
        await using var office = await browser.OpenAsync(org.Server.Url);
        await using var field = await browser.OpenAsync(org.Server.Url);
        var (maria, amina) = (new Visitor(office, org), new Visitor(field, org));
        var token = new Codes(org.Server.Clock, org.FreeToken.Secret);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/hardware-tokens");
        await maria.Page.GetByRole(AriaRole.Combobox, new() { Name = "State" }).SelectOptionAsync("available");
        await maria.SeeAsync("matches");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = org.FreeToken.Identifier }).ClickAsync();
        await maria.PressAsync("Hand out");
        await ConfirmAsync(maria, "Hand out");
        await maria.SeeAsync("There is no IAM user with this name");
        await maria.Page.GetByLabel("User name").FillAsync("amina.diallo");
        await ConfirmAsync(maria, "Hand out");
        await maria.SeeAsync("is handed out to amina.diallo");

        await amina.SignInAsync(org.Amina);
        await amina.PressAsync("Later");
        await amina.GoToAsync("/security-credentials/assign-mfa");
        await amina.ChooseDeviceAsync("amina-token", "Hardware TOTP token");
        Assert.Equal(org.FreeToken.Identifier, await amina.Page.GetByLabel("Serial number").InputValueAsync());
        await amina.EnterTwoCodesAsync(token, "Add MFA");
        await amina.SeeAsync("MFA device assigned");

        await ActAsync(maria, org, "Suspend");
        await maria.SeeAsync("is suspended");
        await amina.SignInAsync(org.Amina);
        await amina.EnterCodeAsync(token.Next());
        await amina.SeeAsync("hardware token is suspended");
        await ActAsync(maria, org, "Report lost");
        await maria.SeeAsync("is reported lost");
        await amina.SignInAsync(org.Amina);
        await amina.GoToAsync("/security-credentials");
        await amina.SeeAsync("No MFA devices");
        await maria.SeeAsync("Reported lost by or for amina.diallo");
    }

    [Fact]
    public async Task A_token_with_a_worn_off_label_is_found_by_two_codes_and_its_page_shows_its_clock()
    {
        await using var org = await Organisation.OpenAsync();
        await using var office = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(office, org);
        var (token, worn) = (new Codes(org.Server.Clock, org.FreeToken.Secret), org.Elias.Devices[0]);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/hardware-tokens");
        await maria.PressAsync("Find by codes");
        await maria.EnterTwoCodesAsync(token, "Find token");
        await maria.SeeAsync("One token shows these codes");
        await maria.PressAsync("Search again");
        await maria.EnterTwoCodesAsync(org.CodesOf(org.Elias), "Find token");
        await maria.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = worn.Identifier }).ClickAsync();
        await maria.SeeAsync("No code of this token was accepted in this account yet.");

        await using var field = await browser.OpenAsync(org.Server.Url);
        var elias = new Visitor(field, org);
        await elias.SignInWithCodeAsync(org.Elias, org.CodesOf(org.Elias).Next());
        await maria.GoToAsync("/hardware-tokens/" + worn.Identifier);
        await maria.Page.GetByRole(AriaRole.Img, new() { Name = "Drift of " + worn.Identifier }).First.WaitForAsync();
        await maria.SeeAsync("1 of 12 days with codes");
    }

    private static async Task ActAsync(Visitor maria, Organisation org, string action)
    {
        await maria.GoToAsync("/hardware-tokens/" + org.FreeToken.Identifier);
        await maria.PressAsync("Actions");
        await maria.PressAsync(action);
        await ConfirmAsync(maria, action);
    }

    private static Task ConfirmAsync(Visitor maria, string button) =>
        maria.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
