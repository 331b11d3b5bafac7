using IamConsole.Core.BulkActions;
using IamConsole.Core.Groups;
using IamConsole.Core.Jobs;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.BulkActions;

/// <summary>Actions over many users: each row through its own use case, with a result of its own.</summary>
public sealed class BulkActionTests
{
    [Theory, BothDatabases]
    public async Task A_password_change_is_required_of_each_and_refused_rows_say_why(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.AdministratorAsync(account, root, "admin");
        var (dave, robot) = (await iam.UserAsync(account, root, "dave"), await iam.UserAsync(account, root, "robot", hasPassword: false));
        var session = await iam.SignInAsync(admin);

        var rows = await RunAsync(iam, session, new BulkAction(BulkActionKind.RequirePasswordChange), [admin.UserId, dave.UserId, robot.UserId, root.UserId]);

        Assert.Equal(
            [("admin", BulkActionErrors.NotOneself.Message), ("dave", null), ("robot", UserErrors.NoConsoleAccess.Message)],
            rows.Select(r => (r.Label, r.Message)));
        Assert.Equal(["dave"], await iam.ReadAsync(db => db.Users.Where(u => u.MustChangePassword).Select(u => u.Name).ToListAsync(IamScenario.Ct)));
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "UpdateLoginProfile", Succeeded: true, ActorName: "admin" });
    }

    [Theory, BothDatabases]
    public async Task Console_access_goes_and_sessions_end_but_the_last_administrator_stays(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, first) = await iam.SignedInRootAsync(IamConsole.Core.Accounts.Partition.AwsUsGov);
        var dave = await iam.UserAsync(account, first, "dave");
        var session = await iam.SignInAsync(dave);

        var rows = await RunAsync(iam, first, new BulkAction(BulkActionKind.DeactivateConsoleAccess), null, new UserQuery(ConsoleAccess: true));

        Assert.Equal([("dave", JobItemState.Done), ("first-admin", JobItemState.Refused)], rows.Select(r => (r.Label, r.State)));
        Assert.Empty(await iam.Get<ReadSession>().FindAliveAsync([session.Caller.SessionId], IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Users_join_a_group_and_the_list_can_be_narrowed_to_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "Field", IamScenario.Ct)).Ok();
        for (var i = 0; i < 5; i++) await iam.UserAsync(account, root, $"user{i}", hasPassword: false, path: i % 2 == 0 ? "/even/" : "/odd/");

        var rows = await RunAsync(iam, root, new BulkAction(BulkActionKind.AddToGroup, "Field"), null, new UserQuery("even"));
        var unknown = await RunAsync(iam, root, new BulkAction(BulkActionKind.AddToGroup, "Nowhere"), null, new UserQuery());

        Assert.All(rows, r => Assert.Equal(JobItemState.Done, r.State));
        Assert.All(unknown, r => Assert.Equal(GroupErrors.NoSuchGroup.Message, r.Message));
        async Task<string> Find(UserQuery query) => string.Join(' ',
            (await iam.Get<ListUsers>().RunAsync(root.Caller, query, IamScenario.Ct)).Ok().Rows.Select(r => r.Name));
        Assert.Equal("user0 user2 user4", await Find(new UserQuery(Group: "FIELD")));
        Assert.Equal("user4 user2 user0", await Find(new UserQuery("eve", Group: "Field", Descending: true)));
        Assert.Equal("", await Find(new UserQuery("odd", Group: "Field")));
        Assert.Equal("", await Find(new UserQuery(Group: "Nowhere")));
        Assert.Equal("", await Find(new UserQuery(Group: "a\0b")));
    }

    [Theory, BothDatabases]
    public async Task Who_has_no_device_is_reminded_and_who_has_one_is_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var dave = await iam.UserAsync(account, root, "dave");

        var rows = await RunAsync(iam, root, new BulkAction(BulkActionKind.RemindOfMfa), [alice.UserId, dave.UserId]);

        Assert.Equal(UserErrors.HasMfa.Message, rows[0].Message);
        Assert.Equal((JobItemState.InPart, "Only on the screen at the next sign-in: this console has no mail server."), (rows[1].State, rows[1].Message));
        var notices = (await iam.Get<ListNotices>().RunAsync((await iam.SignInAsync(dave)).Caller, dave.UserId, IamScenario.Ct)).Ok();
        Assert.StartsWith("root reminds you to assign an MFA device", Assert.Single(notices).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_session_that_ended_meanwhile_does_nothing_more(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var job = (await iam.Get<StartBulkAction>().RunAsync(
            root.Caller, new BulkAction(BulkActionKind.DeactivateConsoleAccess), [dave.UserId], new UserQuery(), IamScenario.Ct)).Ok();
        await iam.Get<SignOut>().RunAsync(root.Token, IamScenario.Client, IamScenario.Ct);

        await iam.RunJobsAsync();

        var again = await iam.SignInAsync(account.Root);
        var read = (await iam.Get<ReadJob>().RunAsync(again.Caller, job.Id, 0, refusedOnly: true, IamScenario.Ct)).Ok();
        Assert.Equal("Your session has ended. Sign in again.", Assert.Single(read.Items).Message);
        Assert.True(await iam.ReadAsync(db => db.Users.AnyAsync(u => u.Name == "dave" && u.PasswordHash != null, IamScenario.Ct)));
    }

    [Theory, BothDatabases]
    public async Task The_proof_counts_at_the_order_and_the_rows_may_take_their_time_but_are_nobodys_activity(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.AdministratorAsync(account, root, "admin");
        var (admin, other) = (await iam.SignInAsync(person), await iam.SignInAsync(person));
        var (dave, erin) = (await iam.UserAsync(account, root, "dave"), await iam.UserAsync(account, root, "erin"));
        var action = new BulkAction(BulkActionKind.DeactivateConsoleAccess);
        var job = (await iam.Get<StartBulkAction>().RunAsync(admin.Caller, action, [dave.UserId], new UserQuery(), IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromMinutes(30));
        await iam.RunJobsAsync();
        var late = await iam.Get<StartBulkAction>().RunAsync(other.Caller, action, [erin.UserId], new UserQuery(), IamScenario.Ct);

        Assert.Equal((JobItemState.Done, 0L), await iam.ReadAsync(db => db.JobItems.Where(i => i.JobId == job.Id)
            .Select(i => new ValueTuple<JobItemState, long>(i.State, db.Jobs.Single(j => j.Id == i.JobId).Refused)).SingleAsync(IamScenario.Ct)));
        Assert.Equal(PermissionErrors.ProofTooOld, late.Error);

        // Half an hour of the job's, half an hour more: an hour without anything that a person did.
        iam.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(await iam.Get<ReadSession>().FindAliveAsync([admin.Caller.SessionId], IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task A_session_that_confirms_its_identity_meanwhile_takes_its_work_along(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.AdministratorAsync(account, root, "admin");
        var (admin, dave) = (await iam.SignInAsync(person), await iam.UserAsync(account, root, "dave"));
        var job = (await iam.Get<StartBulkAction>().RunAsync(
            admin.Caller, new BulkAction(BulkActionKind.DeactivateConsoleAccess), [dave.UserId], new UserQuery(), IamScenario.Ct)).Ok();
        (await iam.Get<ConfirmIdentity>().WithPasswordAsync(admin.Caller, person.UserId, person.Password, IamScenario.Ct)).Ok();

        await iam.RunJobsAsync();

        Assert.Equal(JobItemState.Done, await iam.ReadAsync(
            db => db.JobItems.Where(i => i.JobId == job.Id).Select(i => i.State).SingleAsync(IamScenario.Ct)));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_see_the_users_begins_nothing_and_users_of_other_accounts_are_no_users(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var action = new BulkAction(BulkActionKind.RemindOfMfa);

        Assert.Equal("AccessDenied", (await iam.Get<StartBulkAction>().RunAsync(
            (await iam.SignInAsync(dave)).Caller, action, [dave.UserId], new UserQuery(), IamScenario.Ct)).Error?.Code);
        Assert.Equal(BulkActionErrors.NoUsers, (await iam.Get<StartBulkAction>().RunAsync(
            stranger.Caller, action, [dave.UserId], new UserQuery(), IamScenario.Ct)).Error);
        Assert.Empty(await iam.ReadAsync(db => db.Jobs.ToListAsync(IamScenario.Ct)));
    }

    private static async Task<IReadOnlyList<JobItemView>> RunAsync(
        IamScenario iam, SignedIn by, BulkAction action, IReadOnlyCollection<string>? users, UserQuery? query = null)
    {
        var job = (await iam.Get<StartBulkAction>().RunAsync(by.Caller, action, users, query ?? new UserQuery(), IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        var read = (await iam.Get<ReadJob>().RunAsync(by.Caller, job.Id, 0, refusedOnly: false, IamScenario.Ct)).Ok();
        Assert.Equal(JobState.Finished, read.Job.State);
        return read.Items;
    }
}
