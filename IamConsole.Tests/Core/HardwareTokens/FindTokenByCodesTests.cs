using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>The token with the worn-off label is found by what it shows.</summary>
public sealed class FindTokenByCodesTests
{
    [Theory, BothDatabases]
    public async Task A_token_is_found_among_others_by_two_codes_which_stay_good(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        for (var i = 0; i < 20; i++) await iam.TokenInStockAsync(Partition.Aws, $"HT-{i:D2}");
        var token = await iam.TokenInStockAsync(Partition.Aws, "WORN-1");
        var enrolment = await iam.BeginAsync(root, root.UserId, "mine", MfaDeviceKind.Hardware);
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var told = new List<(int, int)>();

        var found = (await FindAsync(iam, root, token.LastTwoCodes(), (searched, of) =>
        {
            told.Add((searched, of));
            return Task.CompletedTask;
        })).Ok();
        var assigned = await iam.Get<AssignHardwareToken>().RunAsync(root.Caller, enrolment, "WORN-1", token.LastTwoCodes(), IamScenario.Ct);

        Assert.Equal(("WORN-1", 21, 0, false), (Assert.Single(found.Rows).Serial, found.Searched, found.Unreadable, found.HasMore));
        Assert.Equal([(21, 21)], told);
        Assert.True(assigned.Succeeded, assigned.Error?.ToString());
    }

    [Theory, BothDatabases]
    public async Task A_device_is_found_at_the_drift_it_has_and_with_codes_that_were_used(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        token.Drift = TimeSpan.FromHours(3);
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        token.Drift += TimeSpan.FromMinutes(5);

        var found = (await FindAsync(iam, root, token.LastTwoCodes())).Ok();
        token.Drift += TimeSpan.FromMinutes(15);
        var beyond = (await FindAsync(iam, root, token.LastTwoCodes())).Ok();

        var row = Assert.Single(found.Rows);
        Assert.Equal(("HT-1", TokenState.Active, "bob"), (row.Serial, row.State, row.UserName));
        Assert.Empty(beyond.Rows);
        Assert.Equal(360, await iam.ReadAsync(db => db.MfaDevices.Select(d => d.DriftSteps).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Lost_retired_and_foreign_tokens_are_not_searched(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var (other, stranger) = await iam.SignedInRootAsync();
        var foreign = await iam.TokenInStockAsync(Partition.AwsUsGov, "GOV-1");
        var lost = await iam.TokenInStockAsync(Partition.Aws, "LOST-1");
        var theirs = await iam.TokenInStockAsync(Partition.Aws, "THEIRS-1");
        await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "LOST-1").ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TokenState.Lost)));
        await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "THEIRS-1").ExecuteUpdateAsync(s => s.SetProperty(t => t.AccountId, other.Id)));

        foreach (var token in new[] { foreign, lost, theirs })
            Assert.Equal((0, 0), await FindAsync(iam, root, token.LastTwoCodes()) is { Value: { } none } ? (none.Rows.Count, none.Searched) : (-1, -1));
        Assert.Single((await FindAsync(iam, stranger, theirs.LastTwoCodes())).Ok().Rows);
    }

    [Theory, BothDatabases]
    public async Task Two_tokens_that_show_the_same_are_both_answered_and_an_unreadable_seed_is_counted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.TokenInStockAsync(Partition.Aws, "HT-2");
        await iam.TokenInStockAsync(Partition.Aws, "HT-3");
        var twin = iam.Get<SeedProtector>().ForToken(Partition.Aws, "token-HT-2", token.Secret);
        var moved = await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "HT-1").Select(t => t.ProtectedSeed).SingleAsync());
        await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "HT-2").ExecuteUpdateAsync(s => s.SetProperty(t => t.ProtectedSeed, twin)));
        await iam.ReadAsync(db => db.HardwareTokens.Where(t => t.Serial == "HT-3").ExecuteUpdateAsync(s => s.SetProperty(t => t.ProtectedSeed, moved)));

        var found = (await FindAsync(iam, root, token.LastTwoCodes())).Ok();

        Assert.Equal(["HT-1", "HT-2"], found.Rows.Select(r => r.Serial));
        Assert.Equal((3, 1), (found.Searched, found.Unreadable));
    }

    [Theory, BothDatabases]
    public async Task Malformed_codes_are_refused_at_their_field_and_cost_no_search(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        foreach (var (first, second, error) in new (string?, string?, Error)[]
                 {
                     (null, "123456", HardwareTokenErrors.FirstCodeForm), ("1234567", "123456", HardwareTokenErrors.FirstCodeForm),
                     ("123456", "", HardwareTokenErrors.SecondCodeForm), ("123456", "12345678", HardwareTokenErrors.SecondCodeForm),
                     ("١٢٣٤٥٦", "123456", HardwareTokenErrors.FirstCodeForm), ("123456", "123456", MfaDeviceErrors.SameCodeTwice),
                 })
            Assert.Equal(error, (await FindAsync(iam, root, new TwoCodes(first, iam.Now, second, iam.Now))).Error);

        Assert.Null(await iam.ReadAsync(db => db.Accounts.Select(a => a.TokenSearchTimes).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Ten_searches_an_hour_are_made_even_together_and_each_is_recorded_without_codes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        var codes = token.LastTwoCodes();

        var answers = await Simultaneously.RunAsync(12, _ => FindAsync(iam, root, codes));
        var trail = (await iam.TrailAsync()).Where(e => e.EventName == "FindHardwareToken").ToList();
        iam.Clock.Advance(TimeSpan.FromHours(1));
        root = await iam.SignInAsync(iam.PersonOf(root));

        Assert.Equal(10, answers.Count(a => a.Succeeded));
        Assert.All(answers.Where(a => !a.Succeeded), a => Assert.Equal(("Throttling", true), (a.Error!.Code, a.Error.Message.Contains("09:00 UTC", StringComparison.Ordinal))));
        Assert.Equal((12, 2), (trail.Count, trail.Count(e => e.Reason == "Throttling")));
        Assert.All(trail, e => Assert.DoesNotContain(codes.First!, e.Details ?? "", StringComparison.Ordinal));
        Assert.Equal(10, trail.Count(e => e.Target == "HT-1"));
        Assert.True((await FindAsync(iam, root, codes)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_search_that_is_given_up_is_recorded_and_stays_counted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        using var giveUp = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => iam.Get<FindTokenByCodes>().RunAsync(
            root.Caller, token.LastTwoCodes(), (_, _) => giveUp.CancelAsync().ContinueWith(_ => giveUp.Token.ThrowIfCancellationRequested(), TaskScheduler.Default), giveUp.Token));

        Assert.Equal(("FindHardwareToken", "Cancelled"), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Reason));
        Assert.EndsWith("0000" + iam.Now.ToUnixTimeSeconds(), await iam.ReadAsync(db => db.Accounts.Select(a => a.TokenSearchTimes).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Readers_may_not_search_and_an_old_proof_is_renewed_first(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var reader = await iam.ReaderAsync(account, root);
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");

        var denied = await FindAsync(iam, reader, token.LastTwoCodes());
        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        var old = await FindAsync(iam, root, token.LastTwoCodes());

        Assert.Equal(PermissionErrors.AccessDeniedCode, denied.Error?.Code);
        Assert.Equal(PermissionErrors.ProofTooOld, old.Error);
    }

    private static Task<Result<FoundTokens>> FindAsync(IamScenario iam, SignedIn by, TwoCodes codes, Func<int, int, Task>? progress = null) =>
        iam.Get<FindTokenByCodes>().RunAsync(by.Caller, codes, progress, IamScenario.Ct);
}
