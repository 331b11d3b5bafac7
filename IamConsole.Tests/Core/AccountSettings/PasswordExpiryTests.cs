using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AccountSettings;

public sealed class PasswordExpiryTests
{
    [Theory, BothDatabases]
    public async Task An_expired_password_is_changed_at_the_sign_in_and_lasts_again(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { Expires = true, ExpiresAfterDays = 30 });
        iam.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await iam.SignInAsync(dave);
        iam.Clock.Advance(TimeSpan.FromSeconds(1));

        var begun = (await iam.TypePasswordAsync(dave.Credentials)).Ok();
        var changed = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            begun.PendingToken, IamScenario.Browser, "a new long password", IamScenario.Client, IamScenario.Ct);

        Assert.Equal(SignInNext.ChangePassword, begun.Step.Next);
        Assert.Equal(SignInNext.Done, changed.Ok().Next);
        await iam.SignInAsync(dave with { Password = "a new long password" });
    }

    [Theory, BothDatabases]
    public async Task Where_an_administrator_must_reset_it_the_sign_in_ends_behind_the_factor_and_not_before(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        root = await iam.RenewAsync(root);
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { Expires = true, ExpiresAfterDays = 1, ExpiryNeedsAdministrator = true });
        iam.Clock.Advance(TimeSpan.FromDays(1));

        var begun = (await iam.TypePasswordAsync(alice.Credentials)).Ok();
        var proven = (await iam.TypeCodeAsync(begun.PendingToken, alice.App!.Code())).Ok();
        var refused = await iam.LastEventAsync();
        var change = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            begun.PendingToken, IamScenario.Browser, "a new long password", IamScenario.Client, IamScenario.Ct);

        Assert.Equal(SignInNext.Factor, begun.Step.Next);
        Assert.Equal((SignInNext.PasswordExpired, (string?)null), (proven.Next, proven.SessionToken));
        Assert.Equal(("ConsoleLogin", "PasswordExpired", false), (refused.EventName, refused.Reason, refused.Succeeded));
        Assert.Equal(SignInErrors.PendingEnded, change.Error);
        Assert.Null(await iam.Get<ReadPendingSignIn>().RunAsync(begun.PendingToken, IamScenario.Browser, IamScenario.Ct));
        root = await iam.RenewAsync(root);
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, "given by root", false, IamScenario.Ct)).Ok();
        await iam.SignInAsync(alice with { Password = "given by root" });
    }

    [Theory, BothDatabases]
    public async Task The_dashboard_warns_from_15_days_before_and_never_root(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.SetPasswordPolicyAsync(root, IamScenario.Custom with { Expires = true, ExpiresAfterDays = 30 });
        var get = iam.Get<GetAccountSummary>();

        iam.Clock.Advance(TimeSpan.FromDays(15) - TimeSpan.FromSeconds(1));
        var early = (await get.RunAsync((await iam.SignInAsync(dave)).Caller, IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        var near = (await get.RunAsync((await iam.SignInAsync(dave)).Caller, IamScenario.Ct)).Ok();
        var ofRoot = (await get.RunAsync((await iam.RenewAsync(root)).Caller, IamScenario.Ct)).Ok();

        Assert.Equal((null, 15, null), (early.PasswordDaysLeft, near.PasswordDaysLeft, ofRoot.PasswordDaysLeft));
    }
}
