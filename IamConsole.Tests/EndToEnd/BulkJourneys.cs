using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Many users at once, from the selection to the result of each.</summary>
public sealed class BulkJourneys(ChromiumBrowser browser)
{
    [Fact]
    public async Task A_bulk_action_shows_its_progress_and_is_found_again_with_a_result_for_each_user()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users?sort=mfa");
        await maria.SeeAsync("amina.diallo");
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all" }).CheckAsync();
        await maria.PressAsync("Actions");
        await maria.PressAsync("Remind of MFA");
        await maria.SeeAsync("This runs in the background");
        await Looks.AssertGoodAsync(window.Page, "reminder");
        await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remind of MFA" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Progressbar).WaitForAsync();
        await maria.SeeAsync("Finished, some users were refused");

        await maria.GoToAsync("/");
        await maria.GoToAsync("/users");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "View results" }).ClickAsync();
        await maria.SeeAsync("This user has an MFA device.");
        await Looks.AssertGoodAsync(window.Page, "results");
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Refused only" }).CheckAsync();
        await window.Page.GetByText("amina.diallo").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }
}
