using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.HardwareTokens;

/// <summary>Claiming a token of the stock by serial number (security bar T42).</summary>
public sealed class AssignHardwareTokenTests
{
    [Theory, BothDatabases]
    public async Task A_token_is_found_by_its_serial_without_regard_to_case_and_blanks_around_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(Partition.Aws, "GAHT-00a1");

        await iam.AssignTokenAsync(root, root.UserId, " gaht-00A1 ", token, "token");

        var device = Assert.Single((await iam.Get<ListMfaDevices>().RunAsync(root.Caller, root.UserId, IamScenario.Ct)).Ok());
        Assert.Equal((MfaDeviceKind.Hardware, "GAHT-00a1"), (device.Kind, device.Identifier));
    }

    [Theory, BothDatabases]
    public async Task Unknown_expired_and_foreign_tokens_get_the_same_words(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var foreign = await iam.TokenInStockAsync(Partition.AwsUsGov, "GOV-1");
        var expired = await iam.TokenInStockAsync(Partition.Aws, "OLD-1", new DateOnly(2026, 3, 1));
        var lastDay = await iam.TokenInStockAsync(Partition.Aws, "LAST-1", new DateOnly(2026, 3, 2));

        Assert.Equal(HardwareTokenErrors.NoSuchToken, (await ClaimAsync(iam, root, root.UserId, "NONE-1", foreign)).Error);
        Assert.Equal(HardwareTokenErrors.NoSuchToken, (await ClaimAsync(iam, root, root.UserId, "GOV-1", foreign)).Error);
        Assert.Equal(HardwareTokenErrors.NoSuchToken, (await ClaimAsync(iam, root, root.UserId, "OLD-1", expired)).Error);
        Assert.Equal(HardwareTokenErrors.NoSuchToken, (await ClaimAsync(iam, root, root.UserId, "\0", expired)).Error);
        Assert.Equal(HardwareTokenErrors.NoSuchToken, (await ClaimAsync(iam, root, root.UserId, null, expired)).Error);
        Assert.Equal(("EnableMFADevice", "NoSuchEntity"), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Reason));
        (await ClaimAsync(iam, root, root.UserId, "LAST-1", lastDay)).Ok();
    }

    [Theory, BothDatabases]
    public async Task Who_holds_a_token_is_told_to_administrators_of_the_same_account_only(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        var (bob, dave) = (await iam.UserAsync(account, root, "bob"), await iam.UserAsync(account, root, "dave"));
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var (ofBob, ofRoot) = (await iam.TokenInStockAsync(Partition.Aws, "HT-1"), await iam.TokenInStockAsync(Partition.Aws, "HT-2"));
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", ofBob, "bobs-token");
        await iam.AssignTokenAsync(root, root.UserId, "HT-2", ofRoot, "roots-token");
        var session = await iam.SignInAsync(dave);

        Assert.Equal(HardwareTokenErrors.InUse, (await ClaimAsync(iam, session, dave.UserId, "HT-1", ofBob)).Error);
        Assert.Equal(HardwareTokenErrors.InUse, (await ClaimAsync(iam, stranger, stranger.UserId, "HT-1", ofBob)).Error);
        Assert.Equal(HardwareTokenErrors.InUseBy("bob"), (await ClaimAsync(iam, admin, dave.UserId, "HT-1", ofBob)).Error);
        Assert.Equal(HardwareTokenErrors.AlreadyHis("bob"), (await ClaimAsync(iam, admin, bob.UserId, "HT-1", ofBob)).Error);
        Assert.Equal(HardwareTokenErrors.InUse, (await ClaimAsync(iam, admin, dave.UserId, "HT-2", ofRoot)).Error);
    }

    [Theory, BothDatabases]
    public async Task Of_two_users_who_claim_one_token_together_one_gets_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        for (var round = 0; round < 5; round++)
        {
            var token = await iam.TokenInStockAsync(Partition.Aws, "HT-" + round);
            var (one, other) = (await iam.UserAsync(account, root, "one" + round), await iam.UserAsync(account, root, "other" + round));
            DeviceEnrolment[] enrolments =
            [
                await iam.BeginAsync(root, one.UserId, "first" + round, MfaDeviceKind.Hardware),
                await iam.BeginAsync(root, other.UserId, "second" + round, MfaDeviceKind.Hardware),
            ];
            SignedIn[] sessions = [await iam.SignInAsync(one), await iam.SignInAsync(other)];

            var answers = await Simultaneously.RunAsync(2, i => iam.Get<AssignHardwareToken>().RunAsync(
                sessions[i].Caller, enrolments[i], "HT-" + round, token.LastTwoCodes(), IamScenario.Ct));

            Assert.Single(answers, a => a.Succeeded);
            Assert.Single(answers, a => a.Error == HardwareTokenErrors.InUse);
            Assert.Equal(round + 1, await iam.ReadAsync(db => db.Users.SumAsync(u => u.HardwareTokens)));
        }
    }

    [Theory, BothDatabases]
    public async Task A_removed_token_returns_to_the_stock_with_drift_and_last_step_and_its_old_codes_stay_spent(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (bob, dave) = (await iam.UserAsync(account, root, "bob"), await iam.UserAsync(account, root, "dave"));
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        token.Drift = TimeSpan.FromMinutes(-2);
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        var step = (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).LastAcceptedStep;
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, bob.UserId, token.DeviceId, IamScenario.Ct)).Ok();

        var inStock = await iam.ReadAsync(db => db.HardwareTokens.SingleAsync());
        var spent = await ClaimAsync(iam, root, dave.UserId, "HT-1", token, advance: false);
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var fresh = await ClaimAsync(iam, root, dave.UserId, "HT-1", token);

        Assert.Equal((null, -4, step), (inStock.DeviceId, inStock.DriftSteps, inStock.LastAcceptedStep));
        Assert.Equal(MfaDeviceErrors.InvalidCodes, spent.Error);
        Assert.True(fresh.Succeeded, fresh.Error?.ToString());
    }

    [Theory, BothDatabases]
    public async Task Deleting_its_user_returns_a_token_as_well(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var bob = await iam.UserAsync(account, root, "bob");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, bob.UserId, "HT-1", token, "bobs-token");
        await iam.RegisterKeyAsync(root, bob.UserId, "bobs-key", [1, 2, 3]);

        (await iam.Get<DeleteUser>().RunAsync(root.Caller, bob.UserId, IamScenario.Ct)).Ok();

        var inStock = await iam.ReadAsync(db => db.HardwareTokens.SingleAsync());
        Assert.Null(inStock.DeviceId);
        Assert.True(inStock.LastAcceptedStep > 0);
        Assert.Equal((0, 0), await iam.ReadAsync(async db => (await db.MfaDevices.CountAsync(), await db.UserPasskeys.CountAsync())));
    }

    [Theory, BothDatabases]
    public async Task Wrong_pairs_are_counted_at_the_token_and_at_the_wizard(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        var enrolment = await iam.BeginAsync(root, root.UserId, "token", MfaDeviceKind.Hardware);
        var assign = iam.Get<AssignHardwareToken>();
        for (var i = 0; i < 9; i++)
            Assert.Equal(MfaDeviceErrors.InvalidCodes,
                (await assign.RunAsync(root.Caller, enrolment, "HT-1", token.Codes(0, -1), IamScenario.Ct)).Error);

        var limited = await assign.RunAsync(root.Caller, enrolment, "HT-1", token.LastTwoCodes(), IamScenario.Ct);
        var over = await assign.RunAsync(root.Caller, enrolment, "HT-1", token.LastTwoCodes(), IamScenario.Ct);

        Assert.Equal("Throttling", limited.Error?.Code);
        Assert.Equal(MfaDeviceErrors.EnrolmentExpired, over.Error);
        Assert.Equal(10, (await iam.TrailAsync()).Count(e => e is { EventName: "EnableMFADevice", Succeeded: false }));
    }

    private static async Task<IamConsole.Core.Result<MfaDeviceView>> ClaimAsync(
        IamScenario iam, SignedIn by, string userId, string? serial, Authenticator token, bool advance = true)
    {
        var enrolment = await iam.BeginAsync(by, userId, "token-" + Guid.CreateVersion7(iam.Now).ToString("N"), MfaDeviceKind.Hardware);
        if (advance) iam.Clock.Advance(TimeSpan.FromSeconds(30));
        return await iam.Get<AssignHardwareToken>().RunAsync(by.Caller, enrolment, serial, token.LastTwoCodes(), IamScenario.Ct);
    }
}
