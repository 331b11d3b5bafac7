using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.BulkActions;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Policies;
using IamConsole.Core.Reports;
using IamConsole.Core.SignIn;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>Security bar T38, T57 and section F: what the database and its trail never contain.</summary>
public sealed class SecretsTests
{
    [Theory, BothDatabases]
    public async Task No_password_code_seed_or_token_is_in_the_database_in_any_encoding(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await iam.AssignTokenAsync(root, alice.UserId, "HT-1", token, "token");
        var session = await iam.SignInAsync(alice);
        var pending = await iam.PendingAsync(alice);
        var (code, wrong) = (alice.App!.Code(), alice.App.WrongCode());
        await iam.TypeCodeAsync(pending, wrong);
        await iam.TypePasswordAsync(alice.Credentials with { Password = "canary-of-a-wrong-password" });
        await iam.TypePasswordAsync(alice.Credentials with { UserName = "canary-of-a-typed-name" });
        await iam.Get<ChangePassword>().RunAsync(session.Caller, alice.UserId, alice.Password, "canary of a new password", IamScenario.Ct);

        (await iam.Get<ChangeNoticeAddress>().RunAsync(root.Caller, alice.UserId, "alice@example.com", IamScenario.Ct)).Ok();
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, "canary of a set password", false, IamScenario.Ct)).Ok();
        (await iam.Get<StartBulkAction>().RunAsync(
            root.Caller, new BulkAction(BulkActionKind.RequirePasswordChange), null, new UserQuery(), IamScenario.Ct)).Ok();
        (await iam.Get<ReplayPolicy>().RunAsync(root.Caller, new PolicyDraft(
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", null, alice.UserId, null), IamScenario.Ct)).Ok();
        var reports = await iam.ReportAsync(root) + await iam.ReportAsync(root, ReportKind.Mfa);
        Assert.Contains(await iam.OutboxAsync(), mail => mail.Text.Contains("password", StringComparison.Ordinal));

        // Mails, jobs and their results, recorded decisions and stored reports are tables too.
        byte[] everything = [.. await iam.ReadEverythingAsync(), .. Encoding.UTF8.GetBytes(reports)];

        // T57: what leaves the console is no wider than what it keeps.
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var export = Encoding.UTF8.GetBytes(await iam.ExportAsync(root, format));
            AssertAbsent(export, Encoding.UTF8.GetBytes($"\"{code}"));
            everything = [.. everything, .. export];
        }

        foreach (var seed in new[] { alice.App.Secret, token.Secret }) Assert.All(Encodings(seed.Bytes.ToArray()), e => AssertAbsent(everything, e));
        foreach (var text in new[]
                 {
                     alice.Password, "canary-of-a-wrong-password", "canary of a new password", "canary of a set password", "canary-of-a-typed-name",
                     "CANARY-OF-A-TYPED-NAME", session.Token, root.Token, pending,
                 })
            AssertAbsent(everything, Encoding.UTF8.GetBytes(text));
        var trail = string.Join('\n', (await iam.TrailAsync()).Select(e => $"{e.Reason} {e.ActorName} {e.Target} {e.Details}"));
        Assert.DoesNotContain($" {code}", trail, StringComparison.Ordinal);
        Assert.DoesNotContain($" {wrong}", trail, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{wrong}", trail, StringComparison.Ordinal);
        Assert.NotEqual(-1, everything.AsSpan().IndexOf(Encoding.UTF8.GetBytes("alice-app")));
    }

    [Theory, BothDatabases]
    public async Task A_seed_moved_to_another_row_does_not_decrypt(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var bob = await iam.UserWithAuthenticatorAppAsync(account, root, "bob");
        var stolen = (await iam.ReadAsync(db => db.MfaDevices.SingleAsync(d => d.Id == alice.App!.DeviceId))).ProtectedSeed!;
        var (seeds, device) = (iam.Get<SeedProtector>(), bob.App!.DeviceId);

        Assert.ThrowsAny<CryptographicException>(() => seeds.OfDevice(account.Id, device, stolen));
        Assert.ThrowsAny<CryptographicException>(() => seeds.OfDevice("999999999999", alice.App!.DeviceId, stolen));
        Assert.ThrowsAny<CryptographicException>(() => seeds.OfToken(Partition.Aws, alice.App!.DeviceId, stolen));
        Assert.Equal(alice.App!.Secret.ToBase32(), seeds.OfDevice(account.Id, alice.App.DeviceId, stolen).ToBase32());
    }

    [Theory, BothDatabases]
    public async Task The_database_alone_does_not_open_a_seed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var blob = (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).ProtectedSeed!;
        var other = new SeedProtector(new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider());

        Assert.ThrowsAny<CryptographicException>(() => other.OfDevice(account.Id, alice.App!.DeviceId, blob));
    }

    [Fact]
    public void What_carries_a_secret_does_not_print_it()
    {
        Assert.DoesNotContain("secret", new Credentials("1", "name", null, "secret").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new NewUser("n", "/", "secret", false, []).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new BegunSignIn("secret", new SignInStep(SignInNext.Done, "secret")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", new SignInStep(SignInNext.Done, "secret").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("123456", new TwoCodes("123456", default, "654321", default).ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<byte[]> Encodings(byte[] secret)
    {
        yield return secret;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret));
        yield return Encoding.ASCII.GetBytes(TotpSecret.FromBytes(secret).ToBase32());
        yield return Encoding.ASCII.GetBytes(Convert.ToBase64String(secret).TrimEnd('='));
    }

    private static void AssertAbsent(byte[] everything, byte[] needle) =>
        Assert.True(everything.AsSpan().IndexOf(needle) < 0, "Found: " + Encoding.UTF8.GetString(needle));
}
