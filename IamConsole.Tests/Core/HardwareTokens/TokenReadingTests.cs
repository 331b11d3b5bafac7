using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>Tokens keep what codes say of their clocks, and who will be locked out is told before.</summary>
public sealed class TokenReadingTests
{
    [Theory, BothDatabases]
    public async Task Assignment_sign_in_confirmation_and_resync_each_leave_a_reading_and_the_last_of_a_day_stays(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (root, bob, token) = await BobAsync(iam);
        var days = new List<TokenReading> { await LastAsync(iam) };
        iam.Clock.Advance(TimeSpan.FromDays(1));
        token.Drift = TimeSpan.FromSeconds(30);
        var session = await iam.SignInAsync(bob);
        days.Add(await LastAsync(iam));
        token.Drift = TimeSpan.Zero;
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        await iam.ConfirmAsync(session, bob);
        days.Add(await LastAsync(iam));
        iam.Clock.Advance(TimeSpan.FromDays(1));
        token.Drift = TimeSpan.FromMinutes(5);
        root = await iam.SignInAsync(iam.PersonOf(root));
        (await iam.Get<ResyncMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, token.LastTwoCodes(), IamScenario.Ct)).Ok();
        days.Add(await LastAsync(iam));

        Assert.Equal([0, 1, 0, 10], days.Select(d => d.OffsetSteps));
        Assert.Equal(days[1].Day, days[2].Day);
        Assert.True(days[2].SecondOfDay > days[1].SecondOfDay);
        Assert.All(days, d => Assert.Equal((bob.AccountId, "token-HT-1"), (d.AccountId, d.TokenId)));
        Assert.Equal(3, await iam.ReadAsync(db => db.TokenReadings.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Apps_and_refused_codes_leave_none(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, bob, token) = await BobAsync(iam);
        var before = await LastAsync(iam);
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        var pending = await iam.PendingAsync(bob);
        Assert.False((await iam.TypeCodeAsync(pending, token.WrongCode())).Succeeded);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.SignInAsync(alice);

        Assert.Equal(before.SecondOfDay, (await LastAsync(iam)).SecondOfDay);
        Assert.Equal(1, await iam.ReadAsync(db => db.TokenReadings.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Readings_are_kept_for_four_hundred_days(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, bob, _) = await BobAsync(iam);
        var today = DateOnly.FromDateTime(iam.Now.UtcDateTime);
        await AddAsync(iam, bob.AccountId, today.AddDays(-500), today.AddDays(-1));
        iam.Clock.Advance(TimeSpan.FromDays(1));

        await iam.SignInAsync(bob);

        Assert.Equal(400, await iam.ReadAsync(db => db.TokenReadings.CountAsync()));
        Assert.Equal(today.AddDays(-398), await iam.ReadAsync(db => db.TokenReadings.MinAsync(r => r.Day)));
    }

    [Theory, BothDatabases]
    public async Task A_token_that_drifts_is_listed_until_it_is_resynchronised_and_in_its_account_alone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (root, bob, token) = await BobAsync(iam);
        for (var day = 1; day <= 34; day++)
        {
            iam.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(7 * day % 30));
            token.Drift = TimeSpan.FromSeconds(0.8 * day);
            await iam.SignInAsync(bob);
        }

        root = await iam.SignInAsync(iam.PersonOf(root));
        var (_, stranger) = await iam.SignedInRootAsync();
        var listed = await ListAsync(iam, root);
        var detail = (await iam.Get<GetHardwareToken>().RunAsync(root.Caller, "HT-1", null, IamScenario.Ct)).Ok();
        var others = await ListAsync(iam, stranger);
        iam.Clock.Advance(TimeSpan.FromSeconds(60));
        token.Drift = TimeSpan.FromSeconds(60);
        (await iam.Get<ResyncMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, token.LastTwoCodes(), IamScenario.Ct)).Ok();

        var row = Assert.Single(listed.Rows);
        Assert.Equal(("HT-1", "bob", false), (row.Serial, row.UserName, row.IsRoots));
        Assert.InRange(row.LeavesOn.DayNumber - DateOnly.FromDateTime(iam.Now.UtcDateTime).DayNumber, 0, 30);
        Assert.Equal((35, 35, row.LeavesOn), (detail.Course.Count, detail.Readings, detail.Forecast!.LeavesOn));
        Assert.InRange(detail.Forecast.SecondsPerDay, 0.5, 1.1);
        Assert.Empty(others.Rows);
        Assert.DoesNotContain((await ListAsync(iam, root)).Rows, r => r.LeavesOn <= row.LeavesOn.AddDays(20));
    }

    [Theory, BothDatabases]
    public async Task A_token_that_is_suspended_or_returned_is_not_listed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (root, bob, token) = await BobAsync(iam);
        var soon = DateOnly.FromDateTime(iam.Now.UtcDateTime).AddDays(3);
        await iam.ReadAsync(db => db.HardwareTokens.ExecuteUpdateAsync(s => s.SetProperty(t => t.LeavesOn, soon)));
        var active = await ListAsync(iam, root);
        (await iam.Get<ChangeTokenState>().RunAsync(root.Caller, "token-HT-1", TokenAction.Suspend, IamScenario.Ct)).Ok();
        var suspended = await ListAsync(iam, root);
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, IamScenario.Ct)).Ok();

        Assert.Single(active.Rows);
        Assert.Empty(suspended.Rows);
        Assert.Empty((await ListAsync(iam, root)).Rows);
    }

    [Theory, BothDatabases]
    public async Task An_account_does_not_see_when_another_used_the_token(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (root, bob, token) = await BobAsync(iam);
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, IamScenario.Ct)).Ok();
        var (_, stranger) = await iam.SignedInRootAsync();

        var seen = (await iam.Get<GetHardwareToken>().RunAsync(stranger.Caller, "HT-1", null, IamScenario.Ct)).Ok();

        Assert.Empty(seen.Course);
        Assert.Equal(1, seen.Readings);
    }

    private static async Task<(SignedIn Root, Person Bob, Authenticator Token)> BobAsync(IamScenario iam)
    {
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        return (root, bob with { App = token }, token);
    }

    private static Task<TokenReading> LastAsync(IamScenario iam) => iam.ReadAsync(db => db.TokenReadings.OrderBy(r => r.Day).LastAsync());

    private static async Task<DriftingTokens> ListAsync(IamScenario iam, SignedIn by) =>
        (await iam.Get<ListDriftingTokens>().RunAsync(by.Caller, IamScenario.Ct)).Ok();

    private static async Task AddAsync(IamScenario iam, string account, DateOnly from, DateOnly to)
    {
        await using var db = await iam.OpenAsync();
        for (var day = from; day <= to; day = day.AddDays(1))
            db.TokenReadings.Add(new TokenReading
            {
                TokenId = "token-HT-1",
                Day = day,
                AccountId = account,
                SecondOfDay = 30_000,
                OffsetSteps = 0,
            });
        await db.SaveChangesAsync(IamScenario.Ct);
    }
}
