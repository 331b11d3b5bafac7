using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>A proof asked again within a session (security bar T34, ASVS 7.2.4).</summary>
public sealed class ConfirmIdentityTests
{
    [Theory, BothDatabases]
    public async Task A_code_renews_the_session_and_makes_it_mfa_authenticated(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        dave = dave with { App = await iam.AssignAppAsync(session, dave.UserId, "app") };
        iam.Clock.Advance(TimeSpan.FromMinutes(11));

        var renewed = await iam.ConfirmAsync(session, dave);

        var read = iam.Get<ReadSession>();
        Assert.Null(await read.RunAsync(session.Token, IamScenario.Ct));
        Assert.True((await read.RunAsync(renewed.Token, IamScenario.Ct))!.IsMfa);
        await iam.AssignAppAsync(renewed, dave.UserId, "second");
    }

    [Theory, BothDatabases]
    public async Task A_user_with_a_device_cannot_confirm_by_password(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);

        var answer = await iam.Get<ConfirmIdentity>().WithPasswordAsync(session.Caller, alice.UserId, alice.Password, IamScenario.Ct);

        Assert.Equal(PermissionErrors.MfaRequired, answer.Error);
    }

    [Theory, BothDatabases]
    public async Task Guessing_codes_within_a_session_counts_like_guessing_at_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        var confirm = iam.Get<ConfirmIdentity>();
        for (var i = 0; i < 8; i++)
            Assert.Equal(SignInErrors.WrongCode, (await confirm.WithCodeAsync(session.Caller, alice.UserId, alice.App!.WrongCode(), IamScenario.Ct)).Error);

        var limited = await confirm.WithCodeAsync(session.Caller, alice.UserId, alice.App!.Code(1), IamScenario.Ct);
        await iam.GuessAsync(alice, 2);

        Assert.Equal("Throttling", limited.Error?.Code);
        Assert.NotNull((await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == alice.UserId))).PasswordStolenAt);
    }

    [Theory, BothDatabases]
    public async Task Guessing_the_password_within_a_session_is_slowed_down_on_both_ways_together(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (session, other) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave));
        var (confirm, change) = (iam.Get<ConfirmIdentity>(), iam.Get<ChangePassword>());
        for (var i = 0; i < 5; i++)
        {
            // Ten in one session would end it.
            var confirmed = await confirm.WithPasswordAsync(session.Caller, dave.UserId, "wrong password", IamScenario.Ct);
            var changed = await change.RunAsync(other.Caller, dave.UserId, "wrong password", "a new long password", IamScenario.Ct);
            Assert.Equal(SignInErrors.AuthenticationFailed.At(SignInErrors.PasswordField), confirmed.Error);
            Assert.Equal(UserErrors.WrongOldPassword, changed.Error);
        }

        Assert.False((await confirm.WithPasswordAsync(session.Caller, dave.UserId, dave.Password, IamScenario.Ct)).Succeeded);
        Assert.False((await change.RunAsync(session.Caller, dave.UserId, dave.Password, "a new long password", IamScenario.Ct)).Succeeded);
        Assert.Equal("Throttled", (await iam.LastEventAsync()).Reason);
        iam.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await confirm.WithPasswordAsync(session.Caller, dave.UserId, dave.Password, IamScenario.Ct)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task An_ended_session_is_told_so_whatever_it_confirms_with(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        await iam.Get<SignOut>().RunAsync(session.Token, IamScenario.Client, IamScenario.Ct);

        var answer = await iam.Get<ConfirmIdentity>().WithPasswordAsync(session.Caller, dave.UserId, dave.Password, IamScenario.Ct);

        Assert.Equal(PermissionErrors.SessionEnded, answer.Error);
    }

    [Theory, BothDatabases]
    public async Task Nobody_confirms_for_somebody_else(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        var answer = await iam.Get<ConfirmIdentity>().WithCodeAsync(root.Caller, alice.UserId, alice.App!.Code(), IamScenario.Ct);

        Assert.Equal(PermissionErrors.SessionEnded, answer.Error);
        Assert.Null((await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).CheckTimes);
    }
}
