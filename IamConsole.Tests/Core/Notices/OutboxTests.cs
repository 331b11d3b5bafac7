using IamConsole.Core.Notices;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Notices;

/// <summary>The outbox that administrators see.</summary>
public sealed class OutboxTests
{
    [Theory, BothDatabases]
    public async Task Pages_from_new_to_old_hold_every_mail_of_the_account_and_no_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, otherRoot) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(other, otherRoot, "mallory");
        for (var i = 0; i < 7; i++) await iam.UserWithAddressAsync(account, root, $"user{i}");
        var (found, after) = (new List<OutboxRow>(), default(OutboxCursor));
        do
        {
            var page = (await iam.Get<ListOutbox>().RunAsync(root.Caller, new OutboxQuery(After: after, Size: 3), IamScenario.Ct)).Ok();
            Assert.Equal(7, page.Waiting);
            found.AddRange(page.Rows);
            after = OutboxCursor.Parse(page.Next?.ToString());
        }
        while (after is not null);

        Assert.Equal(7, found.Select(r => r.Id).Distinct().Count());
        Assert.DoesNotContain(found, r => r.UserName == "mallory");
        Assert.Equal(found.OrderByDescending(r => r.At).Select(r => r.At), found.Select(r => r.At));
    }

    [Theory, BothDatabases]
    public async Task A_user_sees_neither_the_outbox_nor_retries(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var session = await iam.SignInAsync(await iam.UserWithAddressAsync(account, root, "alice"));
        var mail = Assert.Single(await iam.OutboxAsync());

        Assert.Equal("AccessDenied", (await iam.Get<ListOutbox>().RunAsync(session.Caller, new OutboxQuery(), IamScenario.Ct)).Error!.Code);
        Assert.Equal("AccessDenied", (await iam.Get<RetryMail>().RunAsync(session.Caller, mail.Id, IamScenario.Ct)).Error!.Code);
    }

    [Theory, BothDatabases]
    public async Task A_failed_mail_is_retried_to_the_address_of_now_and_only_in_its_account(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, otherRoot) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        await iam.AssignAppAsync(root, alice.UserId, "phone");
        var mail = await iam.MailAsync("phone was assigned");
        Assert.Equal(NoticeErrors.NothingToRetry, (await iam.Get<RetryMail>().RunAsync(root.Caller, mail.Id, IamScenario.Ct)).Error);
        await FailAsync(iam);
        (await iam.Get<ChangeNoticeAddress>().RunAsync(root.Caller, alice.UserId, "right@example.com", IamScenario.Ct)).Ok();

        Assert.Equal(NoticeErrors.NothingToRetry, (await iam.Get<RetryMail>().RunAsync(otherRoot.Caller, mail.Id, IamScenario.Ct)).Error);
        (await iam.Get<RetryMail>().RunAsync(root.Caller, mail.Id, IamScenario.Ct)).Ok();

        mail = await iam.MailAsync("phone was assigned");
        Assert.Equal((MailState.Waiting, 0, "right@example.com"), (mail.State, mail.Attempts, mail.Recipient));
        Assert.Equal("RetryNotice", (await iam.LastEventAsync()).EventName);
    }

    [Theory, BothDatabases]
    public async Task The_notice_of_a_changed_address_is_never_retried_to_the_new_one(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        (await iam.Get<ChangeNoticeAddress>().RunAsync(root.Caller, alice.UserId, "thief@example.net", IamScenario.Ct)).Ok();
        await FailAsync(iam);
        var mail = await iam.MailAsync("notices was changed");

        (await iam.Get<RetryMail>().RunAsync(root.Caller, mail.Id, IamScenario.Ct)).Ok();

        Assert.Equal("alice@example.com", (await iam.MailAsync("notices was changed")).Recipient);
    }

    [Theory, BothDatabases]
    public async Task Without_an_address_nothing_waits_and_after_ninety_days_nothing_is_left(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await iam.AssignAppAsync(root, alice.UserId, "phone");
        var mail = Assert.Single(await iam.OutboxAsync());
        Assert.Equal((MailState.NoAddress, null), (mail.State, mail.Recipient));
        Assert.Equal(NoticeErrors.NoAddress, (await iam.Get<RetryMail>().RunAsync(root.Caller, mail.Id, IamScenario.Ct)).Error);

        iam.Clock.Advance(TimeSpan.FromDays(91));
        await iam.Get<ForgetNotices>().RunAsync(IamScenario.Ct);

        Assert.Empty(await iam.OutboxAsync());
        Assert.True(await iam.ReadAsync(db => db.Notices.AnyAsync(n => n.UserId == alice.UserId)));
    }

    private static async Task FailAsync(IamScenario iam)
    {
        await using var db = await iam.OpenAsync();
        await db.OutgoingMails.ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Attempts, 9), IamScenario.Ct);
    }
}
