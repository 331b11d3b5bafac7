using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Sessions;

/// <summary>Security bar T22 to T24, T43: the row is the truth, and it dies everywhere at once.</summary>
public sealed class SessionTests
{
    [Theory, BothDatabases]
    public async Task A_copied_cookie_is_worth_nothing_after_sign_out(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.Get<SignOut>().RunAsync(root.Token, IamScenario.Client, IamScenario.Ct);

        var asked = await iam.Get<ListUsers>().RunAsync(root.Caller, new UserQuery(), IamScenario.Ct);

        Assert.Equal(PermissionErrors.SessionEnded, asked.Error);
        Assert.Null(await iam.Get<ReadSession>().RunAsync(root.Token, IamScenario.Ct));
        Assert.Equal(["SignOut", "UseOfEndedSession"], (await iam.TrailAsync())[^2..].Select(e => e.EventName));
    }

    [Theory, BothDatabases]
    public async Task An_idle_session_ends_after_an_hour_and_of_root_after_a_quarter(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));
        iam.Clock.Advance(TimeSpan.FromMinutes(15));
        var (rootLater, daveLater) = (await ReadAsync(iam, root), await ReadAsync(iam, dave));
        iam.Clock.Advance(TimeSpan.FromMinutes(45));

        Assert.Null(rootLater);
        Assert.NotNull(daveLater);
        Assert.Null(await ReadAsync(iam, dave));
    }

    [Theory, BothDatabases]
    public async Task Reading_a_session_and_a_timers_question_are_no_activity_but_asking_for_something_is(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.UserAsync(account, root, "dave");
        var (reading, timed, asking) = (await iam.SignInAsync(person), await iam.SignInAsync(person), await iam.SignInAsync(person));
        for (var i = 0; i < 12; i++)
        {
            iam.Clock.Advance(TimeSpan.FromMinutes(5));
            await ReadAsync(iam, reading);
            await iam.Get<ReadSession>().FindAliveAsync([reading.Caller.SessionId], IamScenario.Ct);
            if (i < 11) (await iam.Get<GetUser>().RunAsync(timed.Caller with { IsTimer = true }, person.UserId, IamScenario.Ct)).Ok();
            (await iam.Get<GetUser>().RunAsync(asking.Caller, person.UserId, IamScenario.Ct)).Ok();
        }

        var alive = await iam.Get<ReadSession>().FindAliveAsync(
            [reading.Caller.SessionId, timed.Caller.SessionId, asking.Caller.SessionId, "never was"], IamScenario.Ct);
        Assert.Equal([asking.Caller.SessionId], alive);
    }

    [Theory, BothDatabases]
    public async Task No_activity_and_no_confirmation_prolongs_a_session_beyond_twelve_hours(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(person);
        for (var i = 0; i < 23; i++)
        {
            iam.Clock.Advance(TimeSpan.FromMinutes(30));
            (await iam.Get<GetUser>().RunAsync(session.Caller, person.UserId, IamScenario.Ct)).Ok();
        }

        session = await iam.ConfirmAsync(session, person);
        Assert.NotNull(await ReadAsync(iam, session));
        iam.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await ReadAsync(iam, session));
    }

    public static TheoryData<DatabaseKind, string> Changes()
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var change in new[] { "password", "no password", "demoted", "device removed", "device added", "deleted" })
            foreach (var kind in Enum.GetValues<DatabaseKind>())
                data.Add(kind, change);
        return data;
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task What_an_administrator_changes_of_a_user_ends_the_users_sessions(DatabaseKind database, string change)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAuthenticatorAppAsync(account, root, "alice", isAdministrator: true);
        var session = await iam.SignInAsync(alice);
        (await iam.Get<ListUsers>().RunAsync(session.Caller, new UserQuery(), IamScenario.Ct)).Ok();
        switch (change)
        {
            case "password":
                (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, "a new long password", false, IamScenario.Ct)).Ok();
                break;
            case "no password":
                (await iam.Get<SetConsolePassword>().RemoveAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
                break;
            case "demoted":
                (await iam.Get<DetachUserPolicy>().RunAsync(root.Caller, alice.UserId, IamScenario.Administrator(), IamScenario.Ct)).Ok();
                break;
            case "device removed":
                (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, alice.UserId, alice.App!.DeviceId, IamScenario.Ct)).Ok();
                break;
            case "device added":
                await iam.AssignAppAsync(root, alice.UserId, "second");
                break;
            default:
                (await iam.Get<DeleteUser>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
                break;
        }

        var asked = await iam.Get<ListUsers>().RunAsync(session.Caller, new UserQuery(), IamScenario.Ct);

        Assert.Equal(PermissionErrors.SessionEnded, asked.Error);
        Assert.Null(await ReadAsync(iam, session));
        Assert.Empty(await iam.Get<ReadSession>().FindAliveAsync([session.Caller.SessionId], IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Ones_own_change_of_a_device_or_password_ends_the_other_sessions_and_keeps_this_one(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (here, there) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave));
        dave = dave with { App = await iam.AssignAppAsync(here, dave.UserId, "app") };

        Assert.Null(await ReadAsync(iam, there));
        Assert.NotNull(await ReadAsync(iam, here));

        (here, there) = (await iam.ConfirmAsync(here, dave), await iam.SignInAsync(dave));
        (await iam.Get<ChangePassword>().RunAsync(here.Caller, dave.UserId, dave.Password, "a new long password", IamScenario.Ct)).Ok();
        Assert.Null(await ReadAsync(iam, there));
        (await iam.Get<RemoveMfaDevice>().RunAsync(here.Caller, dave.UserId, dave.App.DeviceId, IamScenario.Ct)).Ok();
        Assert.Equal(0, (await ReadAsync(iam, here))!.DeviceCount);
    }

    [Theory, BothDatabases]
    public async Task The_database_keeps_only_hashes_of_cookies(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();

        Assert.Equal([root.Caller.SessionId], await iam.ReadAsync(db => db.Sessions.Select(s => s.Id).ToListAsync()));
        Assert.NotEqual(root.Token, root.Caller.SessionId);
    }

    private static Task<SessionView?> ReadAsync(IamScenario iam, SignedIn session) =>
        iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct);
}
