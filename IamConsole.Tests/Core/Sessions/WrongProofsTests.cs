using IamConsole.Core;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Sessions;

/// <summary>Ten wrong passwords, codes or keys within an hour end the session.</summary>
public sealed class WrongProofsTests
{
    [Theory, BothDatabases]
    public async Task Ten_wrong_proofs_of_any_kind_end_the_session_with_an_audit_row_and_a_notice(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        var answers = new List<Error?>();
        for (var i = 0; i < 10; i++)
        {
            answers.Add(await WrongAsync(iam, session, alice, i % 4));
            iam.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.All(answers[..9], e => Assert.True(e is { IsWrongProof: true }, e?.ToString()));
        Assert.Equal(SessionErrors.TooManyWrongProofs, answers[9]);
        Assert.Null(await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct));
        var ended = Assert.Single(await iam.TrailAsync(), e => e is { EventName: "SessionEnded", Reason: "TooManyWrongProofs" });
        Assert.Equal("alice", ended.ActorName);
        Assert.Single(await iam.ReadAsync(db => db.Notices.Where(n => n.UserId == alice.UserId && n.Text.Contains("ten wrong")).ToListAsync()));
        Assert.Equal(PermissionErrors.SessionEnded.Code, (await WrongAsync(iam, session, alice, 0))?.Code);
    }

    [Theory, BothDatabases]
    public async Task The_hour_slides_and_right_proofs_count_for_nothing(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        for (var i = 0; i < 9; i++) await PasswordAsync("wrong password");
        for (var i = 0; i < 5; i++)
        {
            iam.Clock.Advance(TimeSpan.FromMinutes(11.8));
            session = new SignedIn(dave.UserId, (await PasswordAsync(dave.Password)).Ok());
        }

        // 59 minutes later: the next would be the tenth. Two minutes later the nine are forgotten.
        Assert.Equal(9, (await iam.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session.Caller.SessionId))).WrongProofs?.Length);
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 9; i++) await PasswordAsync("wrong password");
        Assert.NotNull(await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct));
        Assert.Equal(SessionErrors.TooManyWrongProofs, (await PasswordAsync("wrong password")).Error);

        Task<Result<string>> PasswordAsync(string password) =>
            iam.Get<ConfirmIdentity>().WithPasswordAsync(session.Caller, dave.UserId, password, IamScenario.Ct);
    }

    [Theory, BothDatabases]
    public async Task Of_many_at_once_ten_are_compared_and_the_session_ends_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);

        await Simultaneously.RunAsync(40, _ =>
            iam.Get<ChangePassword>().RunAsync(session.Caller, dave.UserId, "wrong password", "a new long password", IamScenario.Ct));

        var trail = await iam.TrailAsync();
        Assert.InRange(trail.Count(e => e is { EventName: "ChangePassword", Reason: "WrongPassword" or "Throttled" }), 1, 10);
        Assert.Single(trail, e => e is { EventName: "SessionEnded", Reason: "TooManyWrongProofs" });
    }

    [Theory, BothDatabases]
    public async Task Thirteen_wrong_keys_are_ten(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        var confirm = iam.Get<ConfirmIdentity>();
        var answers = new List<Error?>();
        for (var i = 0; i < 13; i++)
            answers.Add((await confirm.WithPasskeyAsync(session.Caller, dave.UserId, PasskeyErrors.TooLate, IamScenario.Ct)).Error);

        Assert.Equal(9, answers.Count(e => e == SignInErrors.KeyNotConfirmed));
        Assert.All(answers[9..], e => Assert.Equal(PermissionErrors.SessionEnded.Code, e?.Code));
    }

    [Theory, BothDatabases]
    public async Task What_was_not_compared_does_not_count(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        for (var i = 0; i < 12; i++)
        {
            await iam.Get<ConfirmIdentity>().WithCodeAsync(session.Caller, alice.UserId, "123 456", IamScenario.Ct);
            await iam.Get<ChangePassword>().RunAsync(session.Caller, alice.UserId, alice.Password, "short", IamScenario.Ct);
        }

        Assert.NotNull(await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct));
        Assert.Null((await iam.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session.Caller.SessionId))).WrongProofs);
    }

    // A code at step-up, a password, codes at resync, codes in the wizard.
    private static async Task<Error?> WrongAsync(IamScenario iam, SignedIn session, Person alice, int kind)
    {
        var codes = new TwoCodes(alice.App!.WrongCode(), iam.Now, "765432", iam.Now);
        return kind switch
        {
            0 => (await iam.Get<ConfirmIdentity>().WithCodeAsync(session.Caller, alice.UserId, alice.App!.WrongCode(), IamScenario.Ct)).Error,
            1 => (await iam.Get<ChangePassword>().RunAsync(session.Caller, alice.UserId, "wrong password", "a new long password", IamScenario.Ct)).Error,
            2 => (await iam.Get<ResyncMfaDevice>().RunAsync(session.Caller, alice.UserId, alice.App!.DeviceId, codes, IamScenario.Ct)).Error,
            _ => await WizardAsync(iam, session, alice),
        };
    }

    private static async Task<Error?> WizardAsync(IamScenario iam, SignedIn session, Person alice)
    {
        var begun = await iam.Get<BeginDeviceEnrolment>().RunAsync(session.Caller, alice.UserId, "second", MfaDeviceKind.Virtual, IamScenario.Ct);
        var enrolment = begun.Value ?? new DeviceEnrolment(alice.AccountId, alice.UserId, MfaDeviceKind.Virtual, "second", iam.Now) { Secret = IamConsole.Core.Totp.TotpSecret.New() };
        return (await iam.Get<AssignVirtualDevice>().RunAsync(
            session.Caller, enrolment, new TwoCodes("000001", iam.Now, "000002", iam.Now), IamScenario.Ct)).Error;
    }
}
