using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T25 in two windows.</summary>
public sealed class SessionJourneys(ChromiumBrowser browser)
{
    [Fact]
    public async Task A_session_ended_in_one_window_closes_in_the_other_within_seconds()
    {
        await using var org = await Organisation.OpenAsync();
        await using var first = await browser.OpenAsync(org.Server.Url);
        await using var second = await browser.OpenAsync(org.Server.Url);
        var (here, there) = (new Visitor(first, org), new Visitor(second, org));
        await there.SignInAsync(org.Amina);
        await there.SeeConsoleAsync();
        await here.SignInAsync(org.Amina);
        await here.SeeConsoleAsync();
        await here.GoToAsync("/security-credentials");
        await here.SeeAsync("This session");
        await first.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^End the session of ") }).ClickAsync();
        await first.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "End session" }).ClickAsync();
        await here.SeeAsync("1 session has ended.");
        await second.Page.GetByText("Your session has ended").First.WaitForAsync(new() { Timeout = 5000 });
        await here.SeeAsync("This session");
    }

    [Fact]
    public async Task An_administrator_ends_a_users_sessions_on_his_page()
    {
        await using var org = await Organisation.OpenAsync();
        await using var first = await browser.OpenAsync(org.Server.Url);
        await using var second = await browser.OpenAsync(org.Server.Url);
        var (maria, amina) = (new Visitor(first, org), new Visitor(second, org));
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users/amina.diallo");
        await maria.PressAsync("End all sessions");
        await maria.PressAsync("End sessions");
        await maria.SeeAsync("This user is not signed in.");
        await second.Page.GetByText("Your session has ended").First.WaitForAsync(new() { Timeout = 5000 });
    }
}
