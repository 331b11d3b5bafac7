using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Security bar T12: a slow hardware token is synchronised by two consecutive codes, and by nothing less.</summary>
public sealed class ResyncAtSignInTests
{
    [Theory, BothDatabases]
    public async Task A_token_two_minutes_slow_is_refused_then_synchronised_then_accepted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (bob, token) = await BobWithSlowTokenAsync(iam);
        var pending = await iam.PendingAsync(bob);

        var plain = await iam.TypeCodeAsync(pending, token.Code());
        var synchronised = await TwoAsync(iam, pending, token.LastTwoCodes());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var afterwards = await iam.TypeCodeAsync(await iam.PendingAsync(bob), token.Code());

        Assert.Equal(SignInErrors.WrongCode, plain.Error);
        Assert.Equal(SignInNext.Done, synchronised.Ok().Next);
        Assert.Equal(-4, (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).DriftSteps);
        Assert.True(afterwards.Succeeded);
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "ResyncMFADevice", Succeeded: true });
    }

    [Theory, BothDatabases]
    public async Task Equal_reversed_and_non_adjacent_codes_are_refused_and_counted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (bob, token) = await BobWithSlowTokenAsync(iam);
        var pending = await iam.PendingAsync(bob);

        var equal = await TwoAsync(iam, pending, token.Codes(0, 0));
        var reversed = await TwoAsync(iam, pending, token.Codes(0, -1));
        var gap = await TwoAsync(iam, pending, token.Codes(-2, 0));
        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());

        Assert.Equal(MfaDeviceErrors.SameCodeTwice, equal.Error);
        Assert.Equal(SignInErrors.ResyncFailed, reversed.Error);
        Assert.Equal(SignInErrors.ResyncFailed, gap.Error);
        Assert.Equal((3, 0), (device.FailedChecks, device.DriftSteps));
    }

    [Theory, BothDatabases]
    public async Task Codes_used_for_synchronising_are_spent(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (bob, token) = await BobWithSlowTokenAsync(iam);
        var codes = token.LastTwoCodes();
        (await TwoAsync(iam, await iam.PendingAsync(bob), codes)).Ok();

        Assert.False((await TwoAsync(iam, await iam.PendingAsync(bob), codes)).Succeeded);
        Assert.False((await iam.TypeCodeAsync(await iam.PendingAsync(bob), codes.Second)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_token_more_than_a_thousand_steps_away_is_not_found(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (bob, token) = await BobWithSlowTokenAsync(iam);
        token.Drift = TimeSpan.FromSeconds(30 * 1002);

        Assert.Equal(SignInErrors.ResyncFailed, (await TwoAsync(iam, await iam.PendingAsync(bob), token.LastTwoCodes())).Error);
        token.Drift = TimeSpan.FromSeconds(30 * 999);
        Assert.True((await TwoAsync(iam, await iam.PendingAsync(bob), token.LastTwoCodes())).Succeeded);
    }

    private static async Task<(Person Bob, Authenticator Token)> BobWithSlowTokenAsync(IamScenario iam)
    {
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        token.Drift = TimeSpan.FromMinutes(-2);
        iam.Clock.Advance(TimeSpan.FromMinutes(10));
        return (bob, token);
    }

    private static Task<IamConsole.Core.Result<SignInStep>> TwoAsync(IamScenario iam, string pending, TwoCodes codes) =>
        iam.Get<ProveFactor>().WithTwoCodesAsync(pending, IamScenario.Browser, codes, IamScenario.Client, IamScenario.Ct);
}
