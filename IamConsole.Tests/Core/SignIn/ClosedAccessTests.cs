using IamConsole.Core;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>
/// Security bar T09. Nobody can be locked by a stranger here; the lock is an administrator's: console access is taken away.
/// Every way in is tried with the right secrets, and answers as for somebody who does not exist.
/// </summary>
public sealed class ClosedAccessTests
{
    private static readonly PasskeyProof Touched = new([1, 2, 3], 2, false, true);

    [Theory, BothDatabases]
    public async Task T09_without_console_access_every_way_in_is_closed_and_answers_as_for_nobody(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.RegisterKeyAsync(root, alice.UserId, "key", [1, 2, 3]);
        var newcomer = await iam.UserAsync(account, root, "newcomer", mustChange: true);
        var session = await iam.SignInAsync(alice);
        var pending = await iam.PendingAsync(alice);
        var chooses = await iam.PendingAsync(newcomer);
        foreach (var person in new[] { alice, newcomer })
            (await iam.Get<SetConsolePassword>().RemoveAsync((await iam.RenewAsync(root)).Caller, person.UserId, IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(
            (await iam.TypePasswordAsync(alice.Credentials with { UserName = "nobody" })).Error,
            (await iam.TypePasswordAsync(alice.Credentials)).Error);
        Assert.Equal(await AtSignInAsync(iam, "no such sign-in", alice), await AtSignInAsync(iam, pending, alice));
        Assert.Equal(await AtSignInAsync(iam, "no such sign-in", newcomer), await AtSignInAsync(iam, chooses, newcomer));
        Assert.All(await AtSignInAsync(iam, pending, alice), error => Assert.Equal(SignInErrors.PendingEnded, error));
        Assert.Equal(
            await InSessionAsync(iam, new Caller("no such session", IamScenario.Client), alice),
            await InSessionAsync(iam, session.Caller, alice));
        Assert.All(await InSessionAsync(iam, session.Caller, alice), error => Assert.Equal(PermissionErrors.SessionEnded, error));
    }

    [Theory, BothDatabases]
    public async Task T09_a_name_that_is_slowed_down_is_refused_by_every_name_of_its_account_with_the_same_words(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        for (var i = 0; i < 11; i++) await iam.TypePasswordAsync(alice.Credentials with { Password = "wrong password" });

        var right = await iam.TypePasswordAsync(alice.Credentials);
        var otherCase = await iam.TypePasswordAsync(alice.Credentials with { UserName = "ALICE" });
        var wrong = await iam.TypePasswordAsync(alice.Credentials with { Password = "wrong password" });
        var confirmed = await iam.Get<ConfirmIdentity>().WithPasswordAsync(session.Caller, alice.UserId, alice.Password, IamScenario.Ct);
        var notConfirmed = await iam.Get<ConfirmIdentity>().WithPasswordAsync(session.Caller, alice.UserId, "wrong password", IamScenario.Ct);

        Assert.All([right, otherCase, wrong], answer => Assert.Equal(SignInErrors.AuthenticationFailed, answer.Error));
        Assert.False(confirmed.Succeeded);
        Assert.Equal(notConfirmed.Error, confirmed.Error);
    }

    private static async Task<Error?[]> AtSignInAsync(IamScenario iam, string pending, Person person)
    {
        var (prove, ct) = (iam.Get<ProveFactor>(), IamScenario.Ct);
        return
        [
            (await iam.TypeCodeAsync(pending, person.App?.Code() ?? "123456")).Error,
            (await prove.WithTwoCodesAsync(
                pending, IamScenario.Browser, person.App?.LastTwoCodes() ?? new TwoCodes("1", iam.Now, "2", iam.Now), IamScenario.Client, ct)).Error,
            (await prove.WithPasskeyAsync(pending, IamScenario.Browser, Touched, IamScenario.Client, ct)).Error,
            (await iam.Get<ChangePasswordAtSignIn>().RunAsync(pending, IamScenario.Browser, "a new long password", IamScenario.Client, ct)).Error,
            (await iam.Get<BeginMfaRegistration>().RunAsync(pending, IamScenario.Browser, IamScenario.Client, ct)).Error,
            (await iam.Get<SkipMfaRegistration>().RunAsync(pending, IamScenario.Browser, IamScenario.Client, ct)).Error,
        ];
    }

    private static async Task<Error?[]> InSessionAsync(IamScenario iam, Caller caller, Person person)
    {
        var (confirm, ct) = (iam.Get<ConfirmIdentity>(), IamScenario.Ct);
        return
        [
            (await confirm.WithCodeAsync(caller, person.UserId, person.App!.Code(), ct)).Error,
            (await confirm.WithPasskeyAsync(caller, person.UserId, Touched, ct)).Error,
            (await confirm.WithPasswordAsync(caller, person.UserId, person.Password, ct)).Error,
            (await iam.Get<ChangePassword>().RunAsync(caller, person.UserId, person.Password, "a new long password", ct)).Error,
            (await iam.Get<FinishMfaRegistration>().RunAsync(caller, person.UserId, ct)).Error,
        ];
    }
}
