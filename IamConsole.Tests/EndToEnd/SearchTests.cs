using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd;

/// <summary>The search field above a list, as the browser has it.</summary>
public sealed class SearchTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task What_was_typed_is_told_once_so_that_the_link_found_leads_away_for_good()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users");
        var search = maria.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find users" });

        await search.PressSequentiallyAsync("amina");
        await maria.Page.WaitForURLAsync("**/users?q=amina");
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "amina.diallo", Exact = true }).ClickAsync();

        await maria.Page.GetByRole(AriaRole.Heading, new() { Name = "amina.diallo", Level = 1 }).WaitForAsync();

        // A click on the page is answered after all that the search field has told.
        await maria.Page.GetByRole(AriaRole.Tab, new() { Name = "Permissions" }).ClickAsync();
        await maria.SeeAsync("SelfManageSignIn");
        Assert.Equal("/users/amina.diallo", new Uri(maria.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task The_same_is_found_again_after_the_filters_were_cleared()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var maria = new Visitor(window, org);
        await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
        await maria.GoToAsync("/users");
        var search = maria.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find users" });
        await search.PressSequentiallyAsync("nobody");

        // Before the answer is there, the button is on its way to be drawn anew: a click on it could be lost.
        await maria.SeeAsync("No matches");
        await maria.PressAsync("Clear filters");
        await maria.Page.WaitForURLAsync("**/users");

        // The address comes before the answer that empties the field.
        await Assertions.Expect(search).ToHaveValueAsync("");
        await search.PressSequentiallyAsync("nobody");

        await maria.Page.WaitForURLAsync("**/users?q=nobody");
        await maria.SeeAsync("No matches");
    }
}
