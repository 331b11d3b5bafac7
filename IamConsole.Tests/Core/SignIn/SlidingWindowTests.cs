using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Windows of the throttles begin with the first attempt, not with the clock.</summary>
public sealed class SlidingWindowTests
{
    [Theory, BothDatabases]
    public async Task Ten_wrong_passwords_in_any_five_minutes_and_what_is_refused_meanwhile_does_not_count(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var wrong = dave.Credentials with { Password = "wrong password" };
        for (var i = 0; i < 5; i++) await iam.TypePasswordAsync(wrong);
        iam.Clock.Advance(TimeSpan.FromMinutes(4));
        for (var i = 0; i < 5; i++) await iam.TypePasswordAsync(wrong);

        // Whoever goes on trying is let in all the same when the first five are five minutes old.
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(SignInErrors.AuthenticationFailed, (await iam.TypePasswordAsync(dave.Credentials)).Error);
            iam.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        for (var i = 0; i < 4; i++) await iam.TypePasswordAsync(wrong);
        Assert.True((await iam.TypePasswordAsync(dave.Credentials)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task IPv6_is_counted_by_64_bits(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        for (var i = 0; i < 10; i++) await FromAsync($"2001:db8:1:1::{i:x}", "wrong password");

        Assert.False(await FromAsync("2001:db8:1:1:ffff::1", dave.Password));
        Assert.True(await FromAsync("2001:db8:1:2::1", dave.Password));

        async Task<bool> FromAsync(string address, string password) => (await iam.Get<BeginSignIn>().RunAsync(
            dave.Credentials with { Password = password }, IamScenario.Browser, IamScenario.Client with { Address = address }, IamScenario.Ct)).Succeeded;
    }

    [Theory, BothDatabases]
    public async Task Nine_codes_in_any_three_minutes_and_the_refusal_says_until_when(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(10));
        var first = iam.Now;
        var pending = await iam.PendingAsync(alice);
        for (var i = 0; i < 4; i++) await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
        iam.Clock.Advance(TimeSpan.FromSeconds(170));
        for (var i = 0; i < 5; i++) await iam.TypeCodeAsync(pending, alice.App!.WrongCode());

        var limited = await iam.TypeCodeAsync(pending, alice.App!.Code());
        Assert.Equal(MfaDeviceErrors.TooManyChecks(DateTimeOffset.FromUnixTimeSeconds(first.ToUnixTimeSeconds()) + MfaLimits.Window), limited.Error);

        // The first four are out of the window, the other five are not.
        iam.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True((await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code())).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_ran_ahead_and_was_set_right_locks_nobody_out(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await using (var db = await iam.OpenAsync())
        {
            var ahead = iam.Now.AddDays(1);
            await using var transaction = await db.BeginWriteAsync(IamScenario.Ct);
            for (var i = 0; i < 10; i++)
                await IamConsole.Core.Users.PasswordThrottle.CountFailureAsync(db, "id:" + dave.UserId, IamScenario.Client.Address, ahead, IamScenario.Ct);
            await transaction.CommitAsync(IamScenario.Ct);
        }

        Assert.True((await iam.TypePasswordAsync(dave.Credentials)).Succeeded);
    }
}
