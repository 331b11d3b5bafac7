using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary>What the database must guarantee of passkeys (security bar T45, T47, T48); the ceremony itself is tested in a browser.</summary>
public sealed class PasskeyTests
{
    private static readonly byte[] Credential = [7, 7, 7];

    [Theory, BothDatabases]
    public async Task A_registered_key_is_a_device_with_its_material_in_one_transaction(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var carol = await iam.UserAsync(account, root, "carol");

        var device = await iam.RegisterKeyAsync(root, carol.UserId, "blue-key", Credential);

        Assert.Matches($"^arn:aws:iam::{account.Id}:u2f/user/carol/blue-key-[A-Z2-7]{{26}}$", device.Identifier);
        Assert.Equal(("Test key", "usb, nfc", false), (device.Model, device.Transports, device.IsSynced));
        Assert.Equal(carol.UserId, (await iam.ReadAsync(db => db.UserPasskeys.SingleAsync())).UserId);
        Assert.Equal(1, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == carol.UserId))).SecurityKeys);
    }

    [Theory, BothDatabases]
    public async Task A_credential_that_is_somebodys_is_refused_for_everybody(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var (_, stranger) = await iam.SignedInRootAsync();
        await iam.RegisterKeyAsync(root, root.UserId, "key", Credential);
        var enrolment = await iam.BeginAsync(stranger, stranger.UserId, "key", MfaDeviceKind.SecurityKey);

        var answer = await iam.Get<RegisterPasskey>().RunAsync(stranger.Caller, enrolment, IamScenario.Key(Credential), IamScenario.Ct);

        Assert.Equal(PasskeyErrors.OfAnotherUser, answer.Error);
        Assert.Equal(0, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == stranger.UserId))).SecurityKeys);
        Assert.Equal(("EnableMFADevice", false), ((await iam.LastEventAsync()).EventName, (await iam.LastEventAsync()).Succeeded));
    }

    [Theory, BothDatabases]
    public async Task Only_ones_own_credential_is_called_already_registered(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var carol = await iam.UserAsync(account, root, "carol");
        var second = await iam.BeginAsync(root, carol.UserId, "second", MfaDeviceKind.SecurityKey);
        await iam.RegisterKeyAsync(root, carol.UserId, "key", Credential);

        var answer = await iam.Get<RegisterPasskey>().RunAsync(root.Caller, second, IamScenario.Key(Credential), IamScenario.Ct);

        Assert.Equal(PasskeyErrors.AlreadyRegistered, answer.Error);
    }

    [Theory, BothDatabases]
    public async Task Of_parallel_registrations_of_one_credential_one_succeeds(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var enrolments = new List<DeviceEnrolment>();
        var sessions = new List<SignedIn>();
        for (var i = 0; i < 6; i++)
        {
            var user = await iam.UserAsync(account, root, "user" + i);
            sessions.Add(await iam.SignInAsync(user));
            enrolments.Add(await iam.BeginAsync(sessions[i], user.UserId, "key" + i, MfaDeviceKind.SecurityKey));
        }

        var answers = await Simultaneously.RunAsync(6, i =>
            iam.Get<RegisterPasskey>().RunAsync(sessions[i].Caller, enrolments[i], IamScenario.Key(Credential), IamScenario.Ct));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(5, answers.Count(a => a.Error == PasskeyErrors.OfAnotherUser));
        Assert.Equal(1, await iam.ReadAsync(db => db.Users.SumAsync(u => u.SecurityKeys)));
    }

    [Theory, BothDatabases]
    public async Task A_verified_answer_signs_in_and_of_two_with_one_counter_the_second_is_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (carol, _) = await CarolAsync(iam);
        var pending = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => iam.PendingAsync(carol)));
        var proof = new PasskeyProof(Credential, SignCount: 2, IsBackedUp: true, IsUserVerified: true);

        var answers = await Simultaneously.RunAsync(8, i => ProveAsync(iam, pending[i], proof));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(7, answers.Count(a => a.Error == PasskeyErrors.CounterFell));
        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        Assert.True(device.IsSynced);
        Assert.NotNull(device.LastUsedAt);
        Assert.Equal(2u, (await iam.ReadAsync(db => db.UserPasskeys.SingleAsync())).Data.SignCount);
    }

    [Theory, BothDatabases]
    public async Task A_falling_counter_a_foreign_credential_and_no_answer_are_refused_and_counted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (carol, root) = await CarolAsync(iam);
        await iam.RegisterKeyAsync(root, root.UserId, "roots-key", [8, 8, 8]);
        var pending = await iam.PendingAsync(carol);

        var falling = await ProveAsync(iam, pending, new PasskeyProof(Credential, 0, false, true));
        var equal = await ProveAsync(iam, pending, new PasskeyProof(Credential, 1, false, true));
        var foreign = await ProveAsync(iam, pending, new PasskeyProof([8, 8, 8], 9, false, true));
        var none = await ProveAsync(iam, pending, PasskeyErrors.TooLate);

        Assert.All([falling, equal], a => Assert.Equal(PasskeyErrors.CounterFell, a.Error));
        Assert.All([foreign, none], a => Assert.Equal(SignInErrors.KeyNotConfirmed, a.Error));
        Assert.Equal(4, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == carol.UserId))).FactorFailures);
        var trail = await iam.TrailAsync();
        Assert.Equal(
            ["webauthn.counter", "webauthn.counter", "webauthn.unknown-credential", "webauthn.too-late"],
            trail.Where(e => e is { EventName: "CheckMfa", Succeeded: false }).OrderBy(e => e.Sequence).Select(e => e.Reason));
        Assert.Equal(2, trail.Count(e => e.EventName == "SecurityKeyPossiblyCloned"));
        Assert.NotNull((await iam.ReadAsync(db => db.MfaDevices.SingleAsync(d => d.UserId == carol.UserId))).CloneSuspectedAt);
    }

    [Theory, BothDatabases]
    public async Task A_challenge_is_taken_once_by_its_owner_within_five_minutes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (carol, root) = await CarolAsync(iam);
        var store = iam.Get<PasskeyCeremonyStore>();

        await store.PutAsync("sign-in", carol.UserId, "state", IamScenario.Ct);
        var taken = await Simultaneously.RunAsync(8, _ => store.TakeAsync("sign-in", carol.UserId, IamScenario.Ct));
        await store.PutAsync("sign-in", carol.UserId, "state", IamScenario.Ct);
        var byAnother = await store.TakeAsync("sign-in", root.UserId, IamScenario.Ct);
        var afterwards = await store.TakeAsync("sign-in", carol.UserId, IamScenario.Ct);
        await store.PutAsync("sign-in", carol.UserId, "state", IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await store.TakeAsync("sign-in", carol.UserId, IamScenario.Ct);

        Assert.Equal("state", Assert.Single(taken, t => t is not null));
        Assert.Equal((null, null, null), (byAnother, afterwards, late));
    }

    [Theory, BothDatabases]
    public async Task Challenges_of_one_sign_in_asked_for_at_once_replace_each_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (carol, _) = await CarolAsync(iam);
        var store = iam.Get<PasskeyCeremonyStore>();

        await Simultaneously.RunAsync(8, async i =>
        {
            await store.PutAsync("sign-in", carol.UserId, "state" + i, IamScenario.Ct);
            return i;
        });

        Assert.Equal(1, await iam.ReadAsync(db => db.PasskeyCeremonies.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_removed_key_leaves_no_material_and_may_be_registered_again(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (carol, root) = await CarolAsync(iam);
        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, carol.UserId, device.Id, IamScenario.Ct)).Ok();

        Assert.Equal(0, await iam.ReadAsync(db => db.UserPasskeys.CountAsync()));
        await iam.RegisterKeyAsync(root, root.UserId, "again", Credential);
    }

    private static async Task<(Person Carol, SignedIn Root)> CarolAsync(IamScenario iam)
    {
        var (account, root) = await iam.SignedInRootAsync();
        var carol = await iam.UserAsync(account, root, "carol");
        await iam.RegisterKeyAsync(root, carol.UserId, "carols-key", Credential);
        return (carol, root);
    }

    private static Task<Result<SignInStep>> ProveAsync(IamScenario iam, string pending, Result<PasskeyProof> answer) =>
        iam.Get<ProveFactor>().WithPasskeyAsync(pending, IamScenario.Browser, answer, IamScenario.Client, IamScenario.Ct);
}
