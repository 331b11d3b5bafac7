using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Security bar T18, T19: one use, five minutes, one browser, and dead with the credentials it began with.</summary>
public sealed class PendingSignInTests
{
    [Theory, BothDatabases]
    public async Task A_pending_sign_in_ends_after_five_minutes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        iam.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, alice.App!.Code())).Error);
        Assert.Null(await iam.Get<ReadPendingSignIn>().RunAsync(pending, IamScenario.Browser, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task A_pending_sign_in_gives_one_session_only(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var pending = await iam.PendingAsync(alice);
        (await iam.TypeCodeAsync(pending, alice.App!.Code())).Ok();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, alice.App.Code())).Error);
    }

    [Theory, BothDatabases]
    public async Task A_pending_sign_in_is_worth_nothing_in_another_browser(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var pending = await iam.PendingAsync(alice);

        var stolen = await iam.Get<ProveFactor>().WithCodeAsync(
            pending, "another browser", alice.App!.Code(), IamScenario.Client, IamScenario.Ct);

        Assert.Equal(SignInErrors.PendingEnded, stolen.Error);
        Assert.True((await iam.TypeCodeAsync(pending, alice.App.Code())).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_cancelled_sign_in_has_ended(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var pending = await iam.PendingAsync(alice);
        await iam.Get<CancelSignIn>().RunAsync(pending, IamScenario.Ct);

        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, alice.App!.Code())).Error);
    }

    [Theory, BothDatabases]
    public async Task A_new_password_ends_pending_sign_ins(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var pending = await iam.PendingAsync(alice);
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, "a new long password", mustChange: false, IamScenario.Ct)).Ok();

        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, alice.App!.Code())).Error);
    }

    [Theory, BothDatabases]
    public async Task A_replaced_device_ends_pending_sign_ins(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, alice.UserId, alice.App!.DeviceId, IamScenario.Ct)).Ok();
        var replacement = await iam.AssignAppAsync(root, alice.UserId, "new-app");
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, replacement.Code())).Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, alice.App.Code())).Error);
    }

    [Theory, BothDatabases]
    public async Task A_password_taken_away_or_a_user_deleted_ends_pending_sign_ins(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var bob = await iam.UserWithAuthenticatorAppAsync(account, root, "bob");
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var (ofAlice, ofBob) = (await iam.PendingAsync(alice), await iam.PendingAsync(bob));
        (await iam.Get<SetConsolePassword>().RemoveAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
        (await iam.Get<DeleteUser>().RunAsync(root.Caller, bob.UserId, IamScenario.Ct)).Ok();

        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(ofAlice, alice.App!.Code())).Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(ofBob, bob.App!.Code())).Error);
    }

    [Theory, BothDatabases]
    public async Task The_second_step_offers_the_kinds_last_used_first_and_synchronising_after_three_wrong_codes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.RegisterKeyAsync(root, alice.UserId, "key", [1, 2, 3]);
        await iam.SignInAsync(alice);
        var pending = await iam.PendingAsync(alice);
        for (var i = 0; i < 3; i++) await iam.TypeCodeAsync(pending, alice.App!.WrongCode());

        var view = await iam.Get<ReadPendingSignIn>().RunAsync(pending, IamScenario.Browser, IamScenario.Ct);

        Assert.Equal([MfaDeviceKind.Virtual, MfaDeviceKind.SecurityKey], view!.Methods.Select(m => m.Kind));
        Assert.Equal(["alice-app"], view.Methods[0].DeviceNames);
        Assert.True(view.OffersResync);
    }
}
