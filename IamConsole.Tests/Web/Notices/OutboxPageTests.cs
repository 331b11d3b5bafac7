using Bunit;
using IamConsole.Core.Notices;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Notices;
using Microsoft.EntityFrameworkCore;
using OutboxPage = IamConsole.Web.Notices.OutboxPage;

namespace IamConsole.Tests.Web.Notices;

public sealed class OutboxPageTests
{
    [Fact]
    public async Task Shows_what_waits_and_why_and_what_had_nowhere_to_go()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        await iam.AssignAppAsync(root, (await iam.UserAsync(account, root, "bob")).UserId, "bobs-app");
        await using var web = await SignedInContext.OfAsync(iam, root);

        var page = web.Render<OutboxPage>();
        page.WaitForElement("tbody tr");

        Assert.Equal(["bob", "alice"], page.FindAll("tbody tr").Select(r => r.Children[1].TextContent));
        Assert.Equal(["No address", "Waiting"], page.FindAll("tbody .status").Select(s => s.TextContent.Trim()));
        Assert.Contains("(1 notice so far)", page.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Contains("alice@example.com", page.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_notice_is_retried_from_its_row()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        await using (var db = await iam.OpenAsync())
            await db.OutgoingMails.ExecuteUpdateAsync(
                s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Failure, "No such <b>mailbox</b>"), IamScenario.Ct);
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/notices?state=Failed");
        var page = web.Render<OutboxPage>();
        page.WaitForElement("tbody button");
        Assert.Contains("No such <b>mailbox</b>", page.Find("tbody").TextContent, StringComparison.Ordinal);

        page.Find("tbody button").Click();

        page.WaitForAssertion(() => Assert.Contains("No notice is in this state", page.Find(".table-state").TextContent, StringComparison.Ordinal));
        Assert.Equal(MailState.Waiting, Assert.Single(await iam.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_user_is_refused()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.SignInAsync(await iam.UserAsync(account, root, "alice"));
        await using var web = await SignedInContext.OfAsync(iam, alice);

        var page = web.Render<OutboxPage>();

        page.WaitForAssertion(() => Assert.Contains("iamconsole:ListOutbox", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }
}
