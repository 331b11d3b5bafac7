using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>The activation inside the sign-in under attack: counted before compared, bound to its sign-in, no way around a device.</summary>
public sealed class ActivateTokenAttackTests
{
    [Theory, BothDatabases]
    public async Task T35_who_has_a_device_proves_it_first_and_the_token_is_no_way_around_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, token) = await iam.BobWithHandedOutTokenAsync();
        bob = bob with { App = await iam.AssignAppAsync(root, bob.UserId, "bobs-app") };
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        var begun = (await iam.TypePasswordAsync(bob.Credentials)).Ok();

        var around = await iam.ActivateAsync(begun.PendingToken, token.LastTwoCodes());
        var skipped = await iam.SkipActivationAsync(begun.PendingToken);
        var proven = (await iam.TypeCodeAsync(begun.PendingToken, bob.App!.Code())).Ok();
        var step = (await iam.ActivateAsync(begun.PendingToken, token.LastTwoCodes())).Ok();

        Assert.Equal((SignInNext.Factor, SignInNext.ActivateToken), (begun.Step.Next, proven.Next));
        Assert.Equal((SignInErrors.PendingEnded, SignInErrors.PendingEnded), (around.Error, skipped.Error));
        Assert.Equal(bob.App.DeviceId, (await iam.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == SecretToken.Hash(step.SessionToken!)))).DeviceId);
    }

    [Theory, BothDatabases]
    public async Task T19_a_device_that_is_assigned_meanwhile_ends_the_pending_activation(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, token) = await iam.BobWithHandedOutTokenAsync();
        var pending = await iam.PendingAsync(bob);
        await iam.AssignAppAsync(root, bob.UserId, "bobs-app");

        Assert.Equal(SignInErrors.PendingEnded, (await iam.ActivateAsync(pending, token.LastTwoCodes())).Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.SkipActivationAsync(pending)).Error);
    }

    [Theory, BothDatabases]
    public async Task T40_bad_pairs_are_refused_and_counted_and_malformed_ones_are_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, bob, token) = await iam.BobWithHandedOutTokenAsync();
        var pending = await iam.PendingAsync(bob);

        var malformed = await iam.ActivateAsync(pending, token.LastTwoCodes() with { First = "12345" });
        var none = await CountsAsync(iam, bob);
        var equal = await iam.ActivateAsync(pending, token.Codes(0, 0));
        var reversed = await iam.ActivateAsync(pending, token.Codes(0, -1));
        var guessed = await iam.ActivateAsync(pending, token.LastTwoCodes() with { Second = token.WrongCode() });

        Assert.Equal(MfaDeviceErrors.Code1NotSixDigits, malformed.Error);
        Assert.Equal((0, 0), none);
        Assert.Equal(MfaDeviceErrors.SameCodeTwice, equal.Error);
        Assert.Equal((MfaDeviceErrors.InvalidCodes, MfaDeviceErrors.InvalidCodes), (reversed.Error, guessed.Error));
        Assert.Equal((3, 3), await CountsAsync(iam, bob));
        Assert.Equal(3, (await iam.TrailAsync()).Count(e => e is { EventName: "EnableMFADevice", Reason: "InvalidAuthenticationCode", Target: "HT-1" }));
        (await iam.ActivateAsync(pending, token.LastTwoCodes())).Ok();
        Assert.Equal((4, 0), await CountsAsync(iam, bob));
    }

    [Theory, BothDatabases]
    public async Task T05_the_tenth_wrong_pair_after_a_password_alone_makes_the_password_count_as_stolen(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, bob, token) = await iam.BobWithHandedOutTokenAsync();
        var pending = await iam.PendingAsync(bob);
        for (var i = 0; i < 9; i++) Assert.Equal(MfaDeviceErrors.InvalidCodes, (await iam.ActivateAsync(pending, token.Codes(0, -1))).Error);

        var limited = await iam.ActivateAsync(pending, token.LastTwoCodes());
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        var tenth = await iam.ActivateAsync(pending, token.Codes(0, -1));

        Assert.Equal("Throttling", limited.Error?.Code);
        Assert.Equal(SignInErrors.PasswordCountsAsStolen, tenth.Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.ActivateAsync(pending, token.LastTwoCodes())).Error);
        Assert.Equal(SignInNext.ChangePassword, (await iam.TypePasswordAsync(bob.Credentials)).Ok().Step.Next);
    }

    [Theory, BothDatabases]
    public async Task Wrong_pairs_behind_a_proven_device_say_nothing_about_the_password(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, bob, token) = await iam.BobWithHandedOutTokenAsync();
        bob = bob with { App = await iam.AssignAppAsync(root, bob.UserId, "bobs-app") };
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        var pending = await iam.PendingAsync(bob);
        (await iam.TypeCodeAsync(pending, bob.App!.Code())).Ok();

        await iam.ActivateAsync(pending, token.Codes(0, -1));

        Assert.Equal((1, 0), await CountsAsync(iam, bob));
    }

    [Theory, BothDatabases]
    public async Task T42_of_parallel_tries_in_two_sign_ins_one_wins_and_one_device_is_there(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, bob, token) = await iam.BobWithHandedOutTokenAsync();
        string[] pending = [await iam.PendingAsync(bob), await iam.PendingAsync(bob)];
        var codes = token.LastTwoCodes();

        var answers = await Simultaneously.RunAsync(8, i => iam.ActivateAsync(pending[i % 2], codes));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Single(await iam.ReadAsync(db => db.MfaDevices.ToListAsync()));
        Assert.Equal(1, await iam.ReadAsync(db => db.Users.Where(u => u.Id == bob.UserId).Select(u => u.HardwareTokens).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task T18_it_is_bound_to_its_browser_and_ends_after_five_minutes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, bob, token) = await iam.BobWithHandedOutTokenAsync();
        var pending = await iam.PendingAsync(bob);

        var copied = await iam.Get<ActivateToken>().RunAsync(pending, "browser-2", token.LastTwoCodes(), IamScenario.Client, IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(SignInErrors.PendingEnded, copied.Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.ActivateAsync(pending, token.LastTwoCodes())).Error);
    }

    // At the token in this window, and at the user.
    private static async Task<(int Token, int User)> CountsAsync(IamScenario iam, Person person)
    {
        var times = await iam.ReadAsync(db => db.HardwareTokens.Select(t => t.CheckTimes).SingleAsync());
        return (
            (times ?? "").Chunk(10).Count(time => new string(time) != "0000000000"),
            await iam.ReadAsync(db => db.Users.Where(u => u.Id == person.UserId).Select(u => u.FactorFailures).SingleAsync()));
    }
}
