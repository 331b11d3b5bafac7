using Bunit;
using IamConsole.Core.KeyProgram;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.KeyProgram;

namespace IamConsole.Tests.Web.KeyProgram;

public sealed class KeyOrdersPageTests
{
    [Fact]
    public async Task Off_the_page_says_so_and_nothing_can_be_ordered()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<KeyOrdersPage>();

        page.WaitForAssertion(() => Assert.Contains("switched off", page.Find(".alert").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[href='/security-keys/order']"));
        Assert.Contains(page.FindAll("[role=tooltip]"), t => t.TextContent == "The security key program is switched off.");
    }

    [Fact]
    public async Task A_waiting_order_shows_its_course_and_is_cancelled_after_a_question()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        await iam.KeyOrderInAsync(root, KeyOrderState.Placed);
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = web.Render<KeyOrdersPage>();
        page.WaitForAssertion(() => Assert.Contains("Waiting for approval", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Ordered", "Approved", "Shipped", "Delivered"], page.FindAll(".course .status").Select(s => s.TextContent.Trim()));
        Assert.Contains(page.FindAll("[role=tooltip]"), t => t.TextContent == KeyProgramErrors.OrderUnderWay.Message);

        page.Find("tbody input[type=radio]").Change(true);
        page.FindAll("button").Single(b => b.TextContent == "Cancel order").Click();
        await page.WaitForElement("dialog form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Cancelled", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Equal("Order SK-2026-0001 cancelled.", Assert.Single(web.Flashes).Text);
        Assert.Equal(["Ordered", "Cancelled"], page.FindAll(".course .status").Select(s => s.TextContent.Trim()));
        Assert.NotEmpty(page.FindAll("a[href='/security-keys/order']"));
    }

    [Fact]
    public async Task A_shipment_has_its_number_day_and_link_and_a_rejection_its_reason()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var (_, root) = await iam.EligibleRootAsync();
        await iam.KeyOrderInAsync(root, KeyOrderState.Rejected);
        await iam.KeyOrderInAsync(root, KeyOrderState.Shipped);
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/security-keys");
        var page = web.Render<KeyOrdersPage>();
        page.WaitForAssertion(() => Assert.Contains("Expected 9 Mar 2026", page.Find(".course").TextContent, StringComparison.Ordinal));
        Assert.Contains("PX 884 201 553", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("https://carrier.example/PX884201553", page.FindAll("a").Single(a => a.TextContent == "View shipment").GetAttribute("href"));

        web.GoTo(page.FindAll("tbody a")[^1].GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.Contains("Reason: The address is incomplete", page.Markup.Replace("</strong>", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal(["Ordered", "Rejected"], page.FindAll(".course .status").Select(s => s.TextContent.Trim()));
    }

    [Fact]
    public async Task After_the_delivery_root_is_led_to_register_the_key_and_nobody_else_is()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await iam.OpenKeyProgramAsync();
        var (account, root) = await iam.EligibleRootAsync();
        await iam.KeyOrderInAsync(root, KeyOrderState.Delivered);
        await using var web = await SignedInContext.OfAsync(iam, root);
        await using var reading = await SignedInContext.OfAsync(iam, await iam.ReaderAsync(account, root));

        var page = web.Render<KeyOrdersPage>();
        var read = reading.Render<KeyOrdersPage>();

        page.WaitForAssertion(() => Assert.Equal(
            "/security-credentials/assign-mfa", page.FindAll("a").Single(a => a.TextContent == "Register security key").GetAttribute("href")));
        read.WaitForAssertion(() => Assert.Contains("Delivered", read.Find(".course").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(read.FindAll("a"), a => a.TextContent == "Register security key");

        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        await iam.RegisterKeyAsync(root, root.UserId, "free-key", [1, 2, 3]);
        page.Find("[aria-label=Refresh]").Click();
        page.WaitForAssertion(() => Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "Register security key"));
        Assert.Equal(2, read.FindAll("[role=tooltip]").Count(t => t.TextContent == "Only the root user orders and cancels"));
    }

    [Fact]
    public async Task Who_manages_only_himself_sees_no_orders()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(await iam.UserAsync(account, root, "bob")));

        var page = web.Render<KeyOrdersPage>();

        page.WaitForAssertion(() => Assert.Contains("iamconsole:ListSecurityKeyOrders", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }
}
