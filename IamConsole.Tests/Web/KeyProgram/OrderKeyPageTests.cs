using Bunit;
using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.KeyProgram;

namespace IamConsole.Tests.Web.KeyProgram;

public sealed class OrderKeyPageTests
{
    [Fact]
    public async Task Off_the_page_says_so_and_has_no_form()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<OrderKeyPage>();

        page.WaitForAssertion(() => Assert.Contains("The security key program is switched off", page.Find(".alert").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("input, .conditions"));
    }

    [Fact]
    public async Task Without_enough_spent_the_condition_is_named_with_its_figure_and_checked_again_on_a_click()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<OrderKeyPage>();

        page.WaitForAssertion(() => Assert.Contains("One condition is not met.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(
            ["Met: You are signed in as the root user", "Not met: Spend is at least 100", "Met: The account is in a country to which keys are sent",
                "Met: No key was ordered by this account in the last 365 days"],
            page.FindAll(".conditions .status").Select(s => s.TextContent.Trim()));
        Assert.Contains("No figure is recorded for this account", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input"));

        (await iam.Get<RecordFigure>().RunAsync(account.Id, "Spend", 1212, IamScenario.Ct)).Ok();
        page.FindAll("button").Single(b => b.TextContent == "Check again").Click();

        page.WaitForAssertion(() => Assert.Contains("1,212, recorded on 2 Mar 2026", page.Markup, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("input"));
    }

    [Fact]
    public async Task A_wrong_form_is_told_at_its_fields_and_a_good_one_leads_to_the_orders()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<OrderKeyPage>();
        page.WaitForElement("input[type=radio]");
        Assert.Equal("Germany", Field(page, "Country").GetAttribute("value"));
        Assert.True(page.Find("input[type=radio]").HasAttribute("checked"));

        Field(page, "Full name").Blur();
        Assert.Equal(["Enter the recipient's name."], Errors(page));
        await page.Find("form").SubmitAsync();
        Assert.Equal(
            ["Enter the recipient's name.", "Enter a phone number of 5 to 15 digits.", "Enter street and number.", "Enter a city.", "Accept the terms of the program."],
            Errors(page));

        foreach (var (label, text) in new[] { ("Full name", "Maria Sousa"), ("Phone number", "+49 40 555 0142"), ("Address line 1", "Hafenstr. 410"), ("City", "Hamburg") })
            Field(page, label).Change(text);
        Field(page, "Postal code - optional").Change("20457");
        page.Find("input[type=checkbox]").Change(true);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith("/security-keys", web.Address, StringComparison.Ordinal));
        Assert.Equal("Order SK-2026-0001 placed", Assert.Single(web.Flashes).Title);
        Assert.Equal(IamScenario.Harbour with { Company = null }, (await iam.Get<ReadKeyOrder>().RunAsync("1", IamScenario.Ct)).Ok().Address);
    }

    [Fact]
    public async Task When_the_last_key_goes_meanwhile_the_page_says_so_and_keeps_what_was_typed()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync(stock: 1);
        (await iam.Get<AddKeyModel>().RunAsync("usb-a", "USB-A", null, 1, IamScenario.Ct)).Ok();
        var (_, root) = await iam.EligibleRootAsync();
        var (_, faster) = await iam.EligibleRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<OrderKeyPage>();
        page.WaitForElement("input[type=radio][value=usb-c]").Change("usb-c");
        foreach (var (label, text) in new[] { ("Full name", "Maria Sousa"), ("Phone number", "+49 40 555 0142"), ("Address line 1", "Hafenstr. 410"), ("City", "Hamburg") })
            Field(page, label).Change(text);
        page.Find("input[type=checkbox]").Change(true);
        (await iam.OrderKeyAsync(faster)).Ok();

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("out of stock", Assert.Single(Errors(page)), StringComparison.Ordinal));
        Assert.True(page.Find("input[type=radio][value=usb-c]").HasAttribute("disabled"));
        Assert.True(page.Find("input[type=radio][value=usb-a]").HasAttribute("checked"));
        Assert.Equal("Hamburg", Field(page, "City").GetAttribute("value"));
    }

    [Fact]
    public async Task An_administrator_reads_that_only_root_orders()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.EligibleRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin")));

        var page = web.Render<OrderKeyPage>();

        page.WaitForAssertion(() => Assert.Equal("Not met: You are signed in as the root user", page.Find(".conditions .status").TextContent.Trim()));
        Assert.Empty(page.FindAll("input"));
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<OrderKeyPage> page, string label) =>
        page.Find("#" + page.FindAll("label.field-label").Single(l => l.TextContent == label).GetAttribute("for"));

    private static IEnumerable<string> Errors(IRenderedComponent<OrderKeyPage> page) =>
        page.FindAll(".field-error").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0);
}
