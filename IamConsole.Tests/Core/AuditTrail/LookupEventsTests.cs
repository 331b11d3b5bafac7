using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

public sealed class LookupEventsTests
{
    [Theory, BothDatabases]
    public async Task Each_filter_finds_exactly_what_it_says_and_they_add_up(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var device = $"arn:aws:iam::{account.Id}:mfa/alice-app";
        var session = await iam.SignInAsync(alice);
        await iam.TypePasswordAsync(alice.Credentials with { Password = "wrong" });
        var middle = iam.Now.AddSeconds(-10);
        iam.Clock.Advance(TimeSpan.FromMinutes(5));
        await iam.UserAsync(account, root, "bob");

        async Task<List<string>> FindAsync(EventFilter filter) => [.. (await PageAsync(iam, root, filter)).Rows.Select(r => r.EventName)];

        Assert.Equal(["CreateUser", "CreateUser"], await FindAsync(new EventFilter(EventName: "CreateUser")));
        Assert.Equal(["ConsoleLogin"], await FindAsync(new EventFilter(Succeeded: false)));
        Assert.Equal(["ConsoleLogin", "CheckMfa", "ConfirmIdentity", "EnableMFADevice"], await FindAsync(new EventFilter(Device: device)));
        Assert.Equal(["EnableMFADevice"], await FindAsync(new EventFilter(Resource: device)));
        Assert.All((await PageAsync(iam, root, new EventFilter(UserName: "alice"))).Rows, r => Assert.Equal("alice", r.UserName));
        Assert.Equal(["ConsoleLogin", "ConsoleLogin", "ConsoleLogin"], await FindAsync(new EventFilter(UserName: "alice", EventName: "ConsoleLogin")));
        Assert.Equal(["CreateUser"], await FindAsync(new EventFilter(EventName: " CreateUser ", From: middle.ToOffset(TimeSpan.FromHours(2)))));
        Assert.Equal(["CreateUser"], await FindAsync(new EventFilter(EventName: "CreateUser", To: middle)));
        Assert.Empty(await FindAsync(new EventFilter(Address: "192.0.2.8")));
        Assert.Empty(await FindAsync(new EventFilter(EventName: "create\0user")));
        Assert.NotEmpty(await FindAsync(new EventFilter(Address: "192.0.2.7")));
        Assert.NotNull(session);
    }

    [Theory, BothDatabases]
    public async Task Pages_follow_each_other_without_gap_or_repetition_also_within_one_millisecond(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        for (var i = 0; i < 60; i++) await iam.UserAsync(account, root, $"user{i}", hasPassword: false);
        await iam.SignedInRootAsync();
        var expected = (await iam.TrailAsync()).Where(e => e.AccountId == account.Id).Select(e => e.Sequence).ToList();
        expected.Reverse();

        var seen = new List<long>();
        for (long? before = null; ;)
        {
            var page = await PageAsync(iam, root, new EventFilter(To: iam.Now.AddSeconds(1)), before);
            seen.AddRange(page.Rows.Where(r => r.EventName != "LookupEvents").Select(r => r.Sequence));
            if (page.NextBefore is null) break;
            before = page.NextBefore;
        }

        Assert.Equal(expected, seen);
    }

    [Theory, BothDatabases]
    public async Task Reading_is_recorded_once_for_a_session_and_quarter_of_an_hour(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var trail = await iam.TrailAsync();

        for (var i = 0; i < 5; i++) await PageAsync(iam, root, new EventFilter());
        await iam.Get<GetEvent>().RunAsync(root.Caller, trail[0].Sequence, IamScenario.Ct);
        Assert.Equal(1, await ReadingsAsync());
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1, await ReadingsAsync());
            iam.Clock.Advance(TimeSpan.FromMinutes(5));
            await PageAsync(iam, root, new EventFilter());
        }

        Assert.Equal(2, await ReadingsAsync());
        await PageAsync(iam, await iam.RenewAsync(root), new EventFilter());
        Assert.Equal(3, await ReadingsAsync());
        Assert.True((await iam.VerifyAsync()).IsGood);

        Task<int> ReadingsAsync() => iam.ReadAsync(db => db.AuditEvents.CountAsync(e => e.EventName == "LookupEvents"));
    }

    [Theory, BothDatabases]
    public async Task Nobody_sees_an_event_of_another_account(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.SignedInRootAsync();
        var foreign = (await iam.TrailAsync())[^1];

        Assert.Equal("NoSuchEntity", (await iam.Get<GetEvent>().RunAsync(root.Caller, foreign.Sequence, IamScenario.Ct)).Error!.Code);
        var own = (await iam.TrailAsync()).Where(e => e.AccountId == account.Id).Select(e => e.Sequence).ToHashSet();
        Assert.All((await PageAsync(iam, root, new EventFilter(), before: foreign.Sequence)).Rows, r => Assert.Contains(r.Sequence, own));
    }

    private static async Task<EventPage> PageAsync(IamScenario iam, SignedIn by, EventFilter filter, long? before = null) =>
        (await iam.Get<LookupEvents>().RunAsync(by.Caller, filter, before, IamScenario.Ct)).Ok();
}
