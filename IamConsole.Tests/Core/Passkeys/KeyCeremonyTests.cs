using System.Text.Json;
using IamConsole.Core;
using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.SignIn;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary>T45, T47: the ceremonies over the database, each good for one answer of one user within its time.</summary>
public sealed class KeyCeremonyTests
{
    [Theory, BothDatabases]
    public async Task A_registered_key_answers_for_its_own_user_and_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var carol = await iam.UserAsync(account, root, "carol");
        using var key = new CeremonyKey { Counter = 1 };
        await RegisterAsync(iam, root, carol.UserId, key);
        (key.Counter, var ask, var verify) = (2, iam.Get<AskForKey>(), iam.Get<VerifyKeyAnswer>());
        PendingUser hers = new("sign-in-1", carol.UserId), roots = new("sign-in-2", root.UserId);

        var answer = key.Get(await ask.RunAsync(hers, IamScenario.Ct));
        var first = await verify.RunAsync(hers, answer, IamScenario.Ct);
        var again = await verify.RunAsync(hers, answer, IamScenario.Ct);
        var options = await ask.RunAsync(hers, IamScenario.Ct);
        var replayed = await verify.RunAsync(hers, answer, IamScenario.Ct);
        var byAnother = await verify.RunAsync(roots, key.Get(await ask.RunAsync(roots, IamScenario.Ct)), IamScenario.Ct);
        var late = key.Get(await ask.RunAsync(hers, IamScenario.Ct));
        iam.Clock.Advance(KeyLimits.Ceremony);

        Assert.Equal((2u, false), (first.Value!.SignCount, first.Value.IsBackedUp));
        Assert.Equal(PasskeyErrors.TooLate, again.Error);
        Assert.Equal(WebAuthnErrors.WrongChallenge, replayed.Error);
        Assert.Equal(WebAuthnErrors.UnknownCredential, byAnother.Error);
        Assert.Equal(PasskeyErrors.TooLate, (await verify.RunAsync(hers, late, IamScenario.Ct)).Error);
        Assert.Equal(key.Id, Ids(options, "allowCredentials").Single());
    }

    [Theory, BothDatabases]
    public async Task A_registration_takes_one_answer_to_its_own_challenge_within_its_time(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var enrolment = await iam.BeginAsync(root, root.UserId, "key", MfaDeviceKind.SecurityKey);
        var (begin, verify) = (iam.Get<BeginKeyRegistration>(), iam.Get<VerifyNewKey>());
        using var key = new CeremonyKey();
        var (first, second, third) = (await BeginAsync(), await BeginAsync(), await BeginAsync());
        var answer = key.Create(first.OptionsJson);

        Assert.Equal(WebAuthnErrors.WrongChallenge, (await verify.RunAsync(second, answer, IamScenario.Ct)).Error);
        Assert.Equal(PasskeyErrors.TooLate, (await verify.RunAsync(second, key.Create(second.OptionsJson), IamScenario.Ct)).Error);
        Assert.True((await verify.RunAsync(first, answer, IamScenario.Ct)).Succeeded);
        Assert.Equal(PasskeyErrors.TooLate, (await verify.RunAsync(first, answer, IamScenario.Ct)).Error);
        iam.Clock.Advance(KeyLimits.Ceremony);
        Assert.Equal(PasskeyErrors.TooLate, (await verify.RunAsync(third, key.Create(third.OptionsJson), IamScenario.Ct)).Error);

        Task<KeyRegistration> BeginAsync() => begin.RunAsync(enrolment, "root", IamScenario.Ct);
    }

    [Theory, BothDatabases]
    public async Task A_users_own_keys_are_excluded_and_others_are_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var carol = await iam.UserAsync(account, root, "carol");
        using CeremonyKey roots = new(), hers = new();
        await RegisterAsync(iam, root, root.UserId, roots, "roots-key");
        await RegisterAsync(iam, root, carol.UserId, hers);

        var enrolment = await iam.BeginAsync(root, carol.UserId, "second", MfaDeviceKind.SecurityKey);
        var registration = await iam.Get<BeginKeyRegistration>().RunAsync(enrolment, "carol", IamScenario.Ct);

        Assert.Equal(hers.Id, Ids(registration.OptionsJson, "excludeCredentials").Single());
    }

    [Theory, BothDatabases]
    public async Task Of_a_verified_key_is_kept_what_it_is(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        using var key = new CeremonyKey { Flags = 0x0d, Aaguid = new Guid("fbfc3007-154e-4ecc-8c0b-6e020557d7bd") };

        await RegisterAsync(iam, root, root.UserId, key);

        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        Assert.Equal((key.Aaguid, "iCloud Keychain", false), (device.Aaguid, device.Model, device.IsModelProven));
        Assert.Equal((true, false, true), (device.IsBackupEligible, device.IsSynced, device.WasUserVerified));
        var passkey = await iam.ReadAsync(db => db.UserPasskeys.SingleAsync());
        Assert.Equal(key.CosePublicKey(), passkey.Data.PublicKey);
        Assert.Equal((true, 1u), (passkey.Data.IsBackupEligible, passkey.Data.SignCount));
    }

    [Theory, BothDatabases]
    public async Task User_verification_that_the_account_requires_is_asked_of_keys_that_can(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var carol = await iam.UserAsync(account, root, "carol");
        using CeremonyKey able = new() { Flags = 0x05 }, touched = new();
        await RegisterAsync(iam, root, root.UserId, able, "able");
        await RegisterAsync(iam, root, carol.UserId, touched);
        await using (var db = await iam.OpenAsync())
        {
            var row = await db.Accounts.SingleAsync(a => a.Id == account.Id, IamScenario.Ct);
            row.SecurityKeyPolicy = new SecurityKeyPolicy { Rule = new SecurityKeyRule { RequiresUserVerification = true } };
            await db.SaveChangesAsync(IamScenario.Ct);
        }

        var (asked, verified) = await AnswerAsync(new PendingUser("1", root.UserId), able, 0x05);
        var (_, unverified) = await AnswerAsync(new PendingUser("1", root.UserId), able, 0x01);
        var (askedOfOther, other) = await AnswerAsync(new PendingUser("2", carol.UserId), touched, 0x01);

        Assert.Equal(("required", true), (asked, verified.Succeeded));
        Assert.Equal(WebAuthnErrors.NoUserVerification, unverified.Error);
        Assert.Equal(("preferred", true), (askedOfOther, other.Succeeded));

        async Task<(string Asked, Result<PasskeyProof> Proof)> AnswerAsync(PendingUser owner, CeremonyKey key, byte flags)
        {
            key.Flags = flags;
            var options = await iam.Get<AskForKey>().RunAsync(owner, IamScenario.Ct);
            var answer = await iam.Get<VerifyKeyAnswer>().RunAsync(owner, key.Get(options), IamScenario.Ct);
            return (JsonDocument.Parse(options).RootElement.GetProperty("userVerification").GetString()!, answer);
        }
    }

    private static async Task RegisterAsync(IamScenario iam, SignedIn by, string userId, CeremonyKey key, string name = "key")
    {
        var enrolment = await iam.BeginAsync(by, userId, name, MfaDeviceKind.SecurityKey);
        var registration = await iam.Get<BeginKeyRegistration>().RunAsync(enrolment, "label", IamScenario.Ct);
        var facts = (await iam.Get<VerifyNewKey>().RunAsync(registration, key.Create(registration.OptionsJson), IamScenario.Ct)).Ok();
        (await iam.Get<RegisterPasskey>().RunAsync(by.Caller, enrolment, facts, IamScenario.Ct)).Ok();
    }

    private static IEnumerable<byte[]> Ids(string options, string member) =>
        JsonDocument.Parse(options).RootElement.GetProperty(member).EnumerateArray()
            .Select(c => System.Buffers.Text.Base64Url.DecodeFromChars(c.GetProperty("id").GetString()!));
}
