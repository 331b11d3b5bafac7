using IamConsole.Core.BulkActions;
using IamConsole.Core.Jobs;
using IamConsole.Core.Notices;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.Extensions.Options;

namespace IamConsole.Tests.Core.BulkActions;

/// <summary>"Remind of MFA" says beforehand who can be reached and how, and afterwards how each was told.</summary>
public sealed class ReminderTests
{
    [Theory, BothDatabases]
    public async Task With_a_mail_server_who_has_an_address_gets_a_mail_and_the_others_are_named(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var (erin, dave) = (await iam.UserWithAddressAsync(account, root, "erin"), await iam.UserAsync(account, root, "dave"));
        var robot = (await iam.UserAsync(account, root, "robot", hasPassword: false)).UserId;
        iam.Get<IOptions<NoticeOptions>>().Value.SendsMail = true;
        string[] users = [alice.UserId, dave.UserId, erin.UserId, robot];

        var chosen = (await iam.Get<MeasureReminder>().RunAsync(root.Caller, users, new UserQuery(), IamScenario.Ct)).Ok();
        var everybody = (await iam.Get<MeasureReminder>().RunAsync(root.Caller, null, new UserQuery(), IamScenario.Ct)).Ok();
        var rows = await RunAsync(iam, root, users);

        Assert.Equal(new ReminderReach(ByMail: 1, OnScreen: 1, HaveMfa: 1, NoConsoleAccess: 1, SendsMail: true), chosen);
        Assert.Equal(chosen, everybody);
        Assert.Equal(
        [
            ("alice", JobItemState.Refused, UserErrors.HasMfa.Message),
            ("dave", JobItemState.InPart, "Only on the screen at the next sign-in: the user has no e-mail address for notices."),
            ("erin", JobItemState.Done, "A mail to example.com is queued; also on the screen at the next sign-in."),
            ("robot", JobItemState.Refused, UserErrors.NoConsoleAccess.Message),
        ],
        rows.Select(r => (r.Label, r.State, r.Message)));
    }

    [Theory, BothDatabases]
    public async Task Without_a_mail_server_nobody_is_done(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var erin = await iam.UserWithAddressAsync(account, root, "erin");

        var reach = (await iam.Get<MeasureReminder>().RunAsync(root.Caller, [erin.UserId], new UserQuery(), IamScenario.Ct)).Ok();
        var rows = await RunAsync(iam, root, [erin.UserId]);

        Assert.Equal(new ReminderReach(0, 1, 0, 0, SendsMail: false), reach);
        Assert.Equal(JobItemState.InPart, Assert.Single(rows).State);
        Assert.Contains("\"mail\":\"None\"", (await iam.TrailAsync()).Last(e => e.EventName == "RemindOfMFA").Details, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_see_the_users_does_not_count_them(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));

        Assert.Equal("AccessDenied", (await iam.Get<MeasureReminder>().RunAsync(dave.Caller, null, new UserQuery(), IamScenario.Ct)).Error?.Code);
    }

    private static async Task<IReadOnlyList<JobItemView>> RunAsync(IamScenario iam, SignedIn by, IReadOnlyCollection<string> users)
    {
        var job = (await iam.Get<StartBulkAction>().RunAsync(
            by.Caller, new BulkAction(BulkActionKind.RemindOfMfa), users, new UserQuery(), IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        return (await iam.Get<ReadJob>().RunAsync(by.Caller, job.Id, 0, refusedOnly: false, IamScenario.Ct)).Ok().Items;
    }
}
