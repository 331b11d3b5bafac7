using Bunit;
using IamConsole.Core;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.AuditTrail;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.AuditTrail;

public sealed class AuditEventsPageTests
{
    [Fact]
    public async Task Lists_events_newest_first_with_result_and_reason_and_counts_them()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await iam.TypePasswordAsync(new Credentials(account.Id, "alice", null, "wrong"));
        await iam.TypePasswordAsync(new Credentials(account.Id, "nobody-we-know", null, "wrong"));
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<AuditEventsPage>();
        page.WaitForElement("tbody tr");

        Assert.Equal("Audit events (8)", page.Find("h1").TextContent);
        var rows = page.FindAll("tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Skip(1).Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal("2 Mar 2026, 08:00:05|LookupEvents|root|Success|-|192.0.2.7", rows[0]);
        Assert.Equal("2 Mar 2026, 08:00:05|ConsoleLogin|(unknown)|Failure|Unknown user|192.0.2.7", rows[1]);
        Assert.Equal("2 Mar 2026, 08:00:05|ConsoleLogin|alice|Failure|Wrong password|192.0.2.7", rows[2]);
        Assert.Equal("2 Mar 2026, 08:00:05|CreateUser|root|Success|alice|192.0.2.7", rows[3]);
        Assert.DoesNotContain("nobody-we-know", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_add_up_and_can_be_taken_away()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/audit-events");
        var page = web.Render<AuditEventsPage>();
        page.WaitForElement("tbody tr");

        page.Find("[role=search] input[type=search]").Change("CreateUser");
        await page.Find("form[role=search]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["CreateUser"], page.FindAll("tbody a").Select(a => a.TextContent)));
        Assert.EndsWith("/audit-events?name=CreateUser", web.Address, StringComparison.Ordinal);

        page.Find("select[aria-label=Result]").Change("failure");
        page.WaitForAssertion(() => Assert.Contains("No matches", page.Find(".table-state").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("?name=CreateUser&result=failure", web.Address, StringComparison.Ordinal);

        page.Find("[aria-label='Remove filter Event name']").Click();
        page.WaitForAssertion(() => Assert.EndsWith("/audit-events?result=failure", web.Address, StringComparison.Ordinal));
        page.Find("select[aria-label='Time range']").Change("all");
        page.WaitForAssertion(() => Assert.EndsWith("?result=failure&range=all", web.Address, StringComparison.Ordinal));
        page.FindAll("button").First(b => b.TextContent == "Clear filters").Click();
        page.WaitForAssertion(() => Assert.Equal("Audit events (6)", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task An_event_opens_its_record_and_whatever_a_stranger_sent_is_text()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var evil = new ClientInfo("192.0.2.9", "</code><script>alert(1)</script>", "r");
        await iam.Get<BeginSignIn>().RunAsync(account.Root.Credentials with { Password = "wrong" }, IamScenario.Browser, evil, IamScenario.Ct);
        var sequence = (await iam.LastEventAsync()).Sequence;
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo($"/audit-events?event={sequence}");

        var page = web.Render<AuditEventsPage>();
        page.WaitForElement(".json-lines li");

        Assert.Equal("ConsoleLogin", page.Find("section h2").TextContent);
        Assert.Empty(page.FindAll("script"));
        var lines = page.FindAll(".json-lines li").Select(l => l.TextContent).ToList();
        Assert.Equal(("{", "}"), (lines[0], lines[^1]));
        Assert.Contains("  \"userAgent\": \"</code><script>alert(1)</script>\",", lines);
        Assert.Contains("  \"errorMessage\": \"Failed authentication\",", lines);
        Assert.Equal(string.Join('\n', lines), page.Find("[data-copy]").GetAttribute("data-copy"));
        Assert.True(page.Find("tbody tr.selected input").HasAttribute("checked"));
        Assert.Equal($"/audit-events/export?event={sequence}&format=Extract", page.Find("section a[download]").GetAttribute("href"));

        page.Find("[aria-label='Close event']").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".json-lines")));
    }

    [Fact]
    public async Task The_export_takes_the_filters_of_the_page_along()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/audit-events?user=root&result=success&range=custom&from=2026-03-01T00:00&to=2026-03-03T12:30");
        var page = web.Render<AuditEventsPage>();
        page.WaitForElement("tbody tr");

        page.FindAll(".header-actions button").Single(b => b.TextContent == "Export").Click();
        page.Find("dialog input[value=JsonLines]").Change("JsonLines");

        Assert.Equal(
            "/audit-events/export?user=root&result=success&range=custom&from=2026-03-01T00%3A00&to=2026-03-03T12%3A30&format=JsonLines",
            page.Find("dialog a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_forward_and_back()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        for (var i = 0; i < 30; i++) await iam.UserAsync(account, root, $"user{i}", hasPassword: false);
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/audit-events?name=CreateUser");
        var page = web.Render<AuditEventsPage>();
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("tbody tr").Count));

        page.Find("[aria-label='Next page']").Click();
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("tbody tr").Count));
        page.Find("[aria-label='Previous page']").Click();
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task Who_manages_only_himself_reads_why_he_may_not_see_them_and_a_missing_event_is_named()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        await using (var web = await SignedInContext.OfAsync(iam, await iam.SignInAsync(bob)))
        {
            var page = web.Render<AuditEventsPage>();
            page.WaitForAssertion(() => Assert.Contains("No identity-based policy allows the cloudtrail:LookupEvents action", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
            Assert.Empty(page.FindAll("table"));
        }

        await using var admin = await SignedInContext.OfAsync(iam, root);
        admin.GoTo("/audit-events?event=999");
        var events = admin.Render<AuditEventsPage>();
        events.WaitForAssertion(() => Assert.Contains("There is no such event", events.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_read_says_so_with_a_reference_and_can_be_tried_again()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await using var web = await SignedInContext.OfAsync(iam, root);
        await iam.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Accounts RENAME TO Away", IamScenario.Ct));
        var page = web.Render<AuditEventsPage>();
        page.WaitForElement(".table-state [role=alert]");
        Assert.Matches("reference [0-9a-f]{12}", page.Find(".table-state [role=alert]").TextContent);

        await iam.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Away RENAME TO Accounts", IamScenario.Ct));
        page.FindAll("button").Single(b => b.TextContent == "Try again").Click();
        page.WaitForElement("tbody tr");
    }
}
