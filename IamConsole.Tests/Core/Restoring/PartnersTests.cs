using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Restoring;
using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Restoring;

/// <summary>
/// The database and each of its partners (program version, key ring, audit folder, clock) of different days: the console
/// starts, or refuses and names the way out, and the way out leads out.
/// </summary>
public sealed class PartnersTests
{
    [Theory, BothDatabases]
    public async Task A_database_of_a_newer_version_is_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await iam.TamperAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_FromTheFuture', '10.0.15')");

        var refused = await Assert.ThrowsAsync<DatabaseNewerException>(iam.StartAgainAsync);
        Assert.Contains("29990101000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DatabaseNewerException>(() => iam.Get<DatabaseStartup>().NeedsMigrationAsync(IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task A_key_ring_without_the_newest_key_is_refused_until_what_it_had_encrypted_is_removed(DatabaseKind database)
    {
        using var ring = new KeyRingFolder();
        await using var iam = await IamScenario.UnstartedAsync(database);
        iam.Keys = ring.Older;
        await iam.StartAgainAsync();
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Keys = ring.WithNewKey();
        await iam.RestartAsync();
        var bob = await iam.UserWithAuthenticatorAppAsync(account, root, "bob");
        await iam.TokenInStockAsync(account.Partition, "T-2");
        iam.Keys = ring.Older;

        var refused = await Assert.ThrowsAsync<KeyRingMismatchException>(iam.StartAgainAsync);
        Assert.Contains("lost-keys", refused.Message, StringComparison.Ordinal);
        var listed = await iam.Get<ForgetLostSecrets>().RunAsync(remove: false, IamScenario.Ct);
        Assert.Equal((1, 1, 0, 0), (listed.Keys, listed.Tokens, listed.ImportRows, listed.Addresses));
        Assert.Equal($"{account.Id} bob bob-app", Assert.Single(listed.Devices));
        await Assert.ThrowsAsync<KeyRingMismatchException>(iam.StartAgainAsync);

        await iam.Get<ForgetLostSecrets>().RunAsync(remove: true, IamScenario.Ct);
        await iam.StartAgainAsync();
        await iam.SignInAsync(alice);
        await iam.SignInAsync(bob with { App = null });
        var removed = (await iam.TrailAsync()).Single(e => e.EventName == "DeactivateMFADevice");
        Assert.Equal((account.Id, "operator", bob.App!.DeviceId), (removed.AccountId, removed.ActorId, removed.DeviceId));
        Assert.True((await iam.VerifyAsync()).IsGood);
    }

    [Theory, BothDatabases]
    public async Task A_lost_key_ring_has_a_way_out_too_and_a_damaged_row_is_no_lost_key(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.TokenInStockAsync(account.Partition, "T-1");
        await iam.TamperAsync($"UPDATE \"HardwareTokens\" SET \"ProtectedSeed\" = {(database is DatabaseKind.Sqlite ? "x'0102'" : "'\\x0102'")}");
        await iam.StartAgainAsync();
        iam.Keys = new EphemeralDataProtectionProvider();

        await Assert.ThrowsAsync<KeyRingMismatchException>(iam.StartAgainAsync);
        Assert.Single((await iam.Get<ForgetLostSecrets>().RunAsync(remove: true, IamScenario.Ct)).Devices);
        await iam.StartAgainAsync();

        await iam.SignInAsync(alice with { App = null });
        Assert.Equal(1, await iam.ReadAsync(db => db.Installations.CountAsync()));
    }

    public static TheoryData<DatabaseKind, string, bool> Losses()
    {
        var losses = new TheoryData<DatabaseKind, string, bool>();
        foreach (var database in Enum.GetValues<DatabaseKind>())
            foreach (var (loss, rowsStay) in new[] { ("chain.key", false), ("checkpoint.key", false), ("checkpoints.jsonl", true), ("damaged", false), ("end", false), ("ends", false), ("row", false) })
                losses.Add(database, loss, rowsStay);
        return losses;
    }

    [Theory, MemberData(nameof(Losses))]
    public async Task What_the_audit_folder_or_the_trail_lost_for_good_is_said_and_led_out_of(DatabaseKind database, string loss, bool rowsStay)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        await LoseAsync(iam, loss);
        if (loss != "row")
            Assert.Contains("renew-audit", (await Assert.ThrowsAsync<AuditTrailException>(iam.StartAgainAsync)).Message, StringComparison.Ordinal);

        Assert.NotNull(await iam.Get<RenewAuditTrail>().RunAsync(IamScenario.Ct));
        await iam.StartAgainAsync();
        await iam.AccountWithRootAsync();
        await iam.CheckpointAsync();

        var verdict = await iam.VerifyAsync();
        Assert.True(verdict.IsGood, verdict.ToString());
        Assert.StartsWith(rowsStay ? "The checkpoints were begun anew" : "The trail was begun anew", Assert.Single(verdict.Remarks!), StringComparison.Ordinal);
        Assert.Equal(rowsStay ? 10 : 2, verdict.Rows);
        Assert.Single(iam.AuditFolder.GetDirectories("former-*"));
        Assert.Null(await iam.Get<RenewAuditTrail>().RunAsync(IamScenario.Ct));
        await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"ActorName\" = 'x' WHERE \"Sequence\" = 10");
        Assert.Equal(10, (await iam.VerifyAsync()).BadRow);
    }

    [Fact]
    public async Task The_public_half_of_the_signing_key_is_made_again_and_a_foreign_one_is_refused()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var file = iam.Get<AuditFiles>().PublicKeyFile;
        var right = await File.ReadAllTextAsync(file, IamScenario.Ct);
        File.Delete(file);
        await iam.StartAgainAsync();
        Assert.Equal(right, await File.ReadAllTextAsync(file, IamScenario.Ct));

        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(file, other.ExportSubjectPublicKeyInfoPem(), IamScenario.Ct);
        await Assert.ThrowsAsync<AuditTrailException>(iam.StartAgainAsync);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_was_in_the_future_and_is_right_again_is_noticed_and_locks_nobody_out(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.Get<ClockCheck>().RunAsync(IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromDays(4000));
        var future = await iam.SignInAsync(alice);
        var late = (await iam.AccountWithRootAsync()).Root;
        await iam.CheckpointAsync();
        iam.Clock.AdjustTime(iam.Now.AddDays(-4000).AddMinutes(1));

        Assert.Contains("clock-corrected", (await Assert.ThrowsAsync<ClockBehindException>(() => iam.Get<ClockCheck>().RunAsync(IamScenario.Ct))).Message, StringComparison.Ordinal);
        Assert.Null(await iam.Get<ReadSession>().RunAsync(future.Token, IamScenario.Ct));
        Assert.NotNull((await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code())).Error);

        Assert.EndsWith("mfa/alice-app", Assert.Single(await iam.Get<CorrectClock>().RunAsync(IamScenario.Ct)), StringComparison.Ordinal);
        Assert.Equal(iam.Now, await iam.ReadAsync(db => db.Users.Where(u => u.Id == late.UserId).Select(u => u.CreatedAt).SingleAsync()));
        await iam.Get<ClockCheck>().RunAsync(IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        await iam.SignInAsync(alice);
        Assert.True((await iam.VerifyAsync()).IsGood);
    }

    private static async Task LoseAsync(IamScenario iam, string what)
    {
        var file = Path.Combine(iam.AuditFolder.FullName, what);
        if (what is "chain.key" or "checkpoint.key") File.Delete(file);
        else if (what is "checkpoints.jsonl") await File.WriteAllTextAsync(file, "{\"half\":\n", IamScenario.Ct);
        else if (what is "damaged") await File.WriteAllTextAsync(Path.Combine(iam.AuditFolder.FullName, "checkpoint.key"), "no key", IamScenario.Ct);
        else if (what is "end") await iam.TamperAsync("DELETE FROM \"AuditChain\"");
        else if (what is "ends") await iam.TamperAsync("INSERT INTO \"AuditChain\" (\"Id\", \"Sequence\", \"Hash\", \"Mac\", \"Origin\", \"SignedUpTo\") SELECT 2, 3, \"Hash\", \"Mac\", 0, 0 FROM \"AuditChain\"");
        else await iam.TamperAsync("UPDATE \"AuditEvents\" SET \"ActorName\" = 'x' WHERE \"Sequence\" = 4");
    }
}
