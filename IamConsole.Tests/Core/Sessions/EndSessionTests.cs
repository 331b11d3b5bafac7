using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Sessions;

/// <summary>Security bar T25: list sessions, end one, end all others, and an administrator ends a user's.</summary>
public sealed class EndSessionTests
{
    [Theory, BothDatabases]
    public async Task Ones_own_living_sessions_are_listed_and_the_current_one_is_marked(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (here, gone, there) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave), await iam.SignInAsync(dave));
        await iam.Get<SignOut>().RunAsync(gone.Token, IamScenario.Client, IamScenario.Ct);

        var sessions = await ListAsync(iam, here, dave);

        Assert.Equal(2, sessions.Count);
        Assert.Single(sessions, s => s.IsCurrent);
        Assert.All(sessions, s => Assert.Equal(("192.0.2.7", "Test browser", iam.Now, false), (s.Address, s.UserAgent, s.StartedAt, s.IsMfa)));
        Assert.DoesNotContain(sessions, s => s.Handle == here.Caller.SessionId || s.Handle == there.Caller.SessionId);
    }

    [Theory, BothDatabases]
    public async Task One_session_is_ended_and_the_others_live_on(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (here, there) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave));
        var handle = (await ListAsync(iam, here, dave)).Single(s => !s.IsCurrent).Handle;

        Assert.Single((await EndAsync(iam, here, dave, handle)).Ok());

        Assert.Equal([here.Caller.SessionId], await AliveAsync(iam, here, there));
        var row = await iam.LastEventAsync();
        Assert.Equal(("SessionEnded", true, "dave"), (row.EventName, row.Succeeded, row.ActorName));
        Assert.Equal(SessionErrors.NoSuchSession, (await EndAsync(iam, here, dave, handle)).Error);
        Assert.Empty(await iam.ReadAsync(db => db.Notices.ToListAsync(IamScenario.Ct)));
    }

    [Theory, BothDatabases]
    public async Task All_other_sessions_are_ended_at_once_and_never_ones_own(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (here, one, two) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave), await iam.SignInAsync(dave));

        Assert.Equal(2, (await EndAsync(iam, here, dave, null)).Ok().Count);

        Assert.Equal([here.Caller.SessionId], await AliveAsync(iam, here, one, two));
        Assert.Equal(2, (await iam.TrailAsync()).Count(e => e.EventName == "SessionEnded"));
        var current = Assert.Single(await ListAsync(iam, here, dave));
        Assert.Equal(SessionErrors.UseSignOut, (await EndAsync(iam, here, dave, current.Handle)).Error);
        Assert.NotEmpty(await AliveAsync(iam, here));
    }

    [Theory, BothDatabases]
    public async Task An_administrator_ends_a_users_sessions_and_the_user_is_told(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (one, two) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave));

        Assert.Equal(2, (await EndAsync(iam, root, dave, null)).Ok().Count);

        Assert.Empty(await AliveAsync(iam, one, two));
        var asked = await iam.Get<GetUser>().RunAsync(one.Caller, dave.UserId, IamScenario.Ct);
        Assert.Equal(PermissionErrors.SessionEnded, asked.Error);
        Assert.Null(await iam.Get<ReadSession>().RunAsync(two.Token, IamScenario.Ct));
        var notice = Assert.Single((await iam.Get<ListNotices>().RunAsync((await iam.SignInAsync(dave)).Caller, dave.UserId, IamScenario.Ct)).Ok());
        Assert.Equal("2 sessions of yours were ended by root.", notice.Text);
        Assert.Equal(2, (await iam.TrailAsync()).Count(e => e is { EventName: "SessionEnded", ActorName: "root" }));
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_sees_or_ends_them_and_a_handle_reaches_only_its_own_user(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (dave, erin) = (await iam.UserAsync(account, root, "dave"), await iam.UserAsync(account, root, "erin"));
        var (daves, erins) = (await iam.SignInAsync(dave), await iam.SignInAsync(erin));
        var (_, stranger) = await iam.SignedInRootAsync();
        var handle = Assert.Single(await ListAsync(iam, daves, dave)).Handle;

        Assert.Equal("AccessDenied", (await iam.Get<ListSessions>().RunAsync(erins.Caller, dave.UserId, IamScenario.Ct)).Error?.Code);
        Assert.Equal("AccessDenied", (await EndAsync(iam, erins, dave, handle)).Error?.Code);
        Assert.Equal(SessionErrors.NoSuchSession, (await EndAsync(iam, erins, erin, handle)).Error);
        Assert.NotNull((await EndAsync(iam, stranger, dave, handle)).Error);
        Assert.Equal(2, (await AliveAsync(iam, daves, erins)).Count);
    }

    private static async Task<IReadOnlyList<SessionRow>> ListAsync(IamScenario iam, SignedIn by, Person whose) =>
        (await iam.Get<ListSessions>().RunAsync(by.Caller, whose.UserId, IamScenario.Ct)).Ok();

    private static Task<IamConsole.Core.Result<IReadOnlyList<SessionRow>>> EndAsync(IamScenario iam, SignedIn by, Person whose, string? handle) =>
        iam.Get<EndSession>().RunAsync(by.Caller, whose.UserId, handle, IamScenario.Ct);

    private static Task<IReadOnlySet<string>> AliveAsync(IamScenario iam, params SignedIn[] sessions) =>
        iam.Get<ReadSession>().FindAliveAsync([.. sessions.Select(s => s.Caller.SessionId)], IamScenario.Ct);
}
