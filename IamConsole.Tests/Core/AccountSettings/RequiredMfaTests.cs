using IamConsole.Core.AccountSettings;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AccountSettings;

/// <summary>What a requirement means to a user: at the sign-in, in the enrolment session, when he removes a device.</summary>
public sealed class RequiredMfaTests
{
    [Theory, BothDatabases]
    public async Task It_is_put_off_until_the_days_of_grace_are_over_and_a_later_user_has_his_own(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.RequireMfaAsync(root, graceDays: 10);
        iam.Clock.Advance(TimeSpan.FromDays(4));
        var erin = await iam.UserAsync(account, await iam.RenewAsync(root), "erin");
        iam.Clock.Advance(TimeSpan.FromDays(6) - TimeSpan.FromSeconds(1));
        await iam.SignInAsync(dave);
        var inGrace = await ViewAsync(iam, await iam.PendingAsync(dave));
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        var pending = await iam.PendingAsync(dave);
        var over = await ViewAsync(iam, pending);
        var skipped = await iam.Get<SkipMfaRegistration>().RunAsync(pending, IamScenario.Browser, IamScenario.Client, IamScenario.Ct);

        Assert.Equal((SignInNext.RegisterMfa, 1), (inGrace.Next, inGrace.SkipDaysLeft));
        Assert.Equal((SignInNext.RegisterMfa, 0), (over.Next, over.SkipDaysLeft));
        Assert.Equal(SignInErrors.MfaRequired, skipped.Error);
        Assert.Equal(4, (await ViewAsync(iam, await iam.PendingAsync(erin))).SkipDaysLeft);
    }

    [Theory, BothDatabases]
    public async Task The_end_of_the_grace_ends_an_open_session_that_has_no_device(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (dave, erin) = (await iam.UserAsync(account, root, "dave"), await iam.UserAsync(account, root, "erin"));
        await iam.RequireMfaAsync(root, graceDays: 1);
        iam.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        var (late, ready) = (await iam.SignInAsync(dave), await iam.SignInAsync(erin));
        await iam.AssignAppAsync(ready, erin.UserId, "erin-app");
        string[] sessions = [late.Caller.SessionId, ready.Caller.SessionId];
        var before = await iam.Get<ReadSession>().FindAliveAsync(sessions, IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(1));

        var refused = await iam.Get<GetUser>().RunAsync(late.Caller, dave.UserId, IamScenario.Ct);

        Assert.Equal(2, before.Count);
        Assert.Equal(PermissionErrors.SessionEnded, refused.Error);
        Assert.Equal([ready.Caller.SessionId], await iam.Get<ReadSession>().FindAliveAsync(sessions, IamScenario.Ct));
        Assert.Null(await iam.Get<ReadSession>().RunAsync(late.Token, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task T61_the_enrolment_session_assigns_one_device_of_that_user_and_reaches_nothing_else(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var erin = await iam.UserAsync(account, root, "erin");
        var dave = await iam.AdministratorAsync(account, root, "dave");
        await iam.RequireMfaAsync(root, graceDays: 0);
        var enrolling = await iam.EnrolAsync(dave, await iam.PendingAsync(dave));

        var allowed = new List<IamAction>();
        foreach (var action in IamAction.All)
            foreach (var target in new[] { null, dave.UserId, erin.UserId, root.UserId })
                if ((await iam.Get<AskGate>().RunAsync(enrolling.Caller, action, target, IamScenario.Ct)).Succeeded)
                {
                    Assert.Equal(dave.UserId, target);
                    allowed.Add(action);
                }

        Assert.Equivalent(new[] { IamAction.GetUser, IamAction.ListMfaDevices, IamAction.EnableMfaDevice }, allowed, strict: true);
        await iam.AssignAppAsync(enrolling, dave.UserId, "dave-app");
        Assert.False((await iam.Get<BeginDeviceEnrolment>().RunAsync(enrolling.Caller, dave.UserId, "second", MfaDeviceKind.Virtual, IamScenario.Ct)).Succeeded);
        var token = (await iam.Get<FinishMfaRegistration>().RunAsync(enrolling.Caller, dave.UserId, IamScenario.Ct)).Ok();
        Assert.Equal((SessionKind.Console, true), await KindAsync(iam, token));
    }

    [Theory, BothDatabases]
    public async Task T61_the_enrolment_session_ends_after_fifteen_minutes_and_with_a_new_password(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        await iam.RequireMfaAsync(root, graceDays: 0);
        var overtaken = await iam.EnrolAsync(dave, await iam.PendingAsync(dave));
        var pair = await iam.BeginAsync(overtaken, dave.UserId, "thief");
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, dave.UserId, "a new long password", false, IamScenario.Ct)).Ok();
        var late = await iam.EnrolAsync(dave, await iam.PendingAsync(dave with { Password = "a new long password" }));

        var stolen = await iam.Get<AssignVirtualDevice>().RunAsync(
            overtaken.Caller, pair, new Authenticator(pair.Secret!, iam.Clock).LastTwoCodes(), IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(15));
        var expired = await iam.Get<BeginDeviceEnrolment>().RunAsync(late.Caller, dave.UserId, "late", MfaDeviceKind.Virtual, IamScenario.Ct);

        Assert.Equal(PermissionErrors.SessionEnded, stolen.Error);
        Assert.Equal(PermissionErrors.SessionEnded, expired.Error);
    }

    [Theory, BothDatabases]
    public async Task A_device_of_a_kind_no_longer_allowed_signs_in_but_another_must_be_registered(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        root = await iam.RenewAsync(root);
        var token = await iam.TokenInStockAsync("aws", "T-1");
        await iam.RequireMfaAsync(root, 0, MfaDeviceKind.Hardware);
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        var begun = (await iam.TypePasswordAsync(alice.Credentials)).Ok();
        var early = await iam.Get<BeginMfaRegistration>().RunAsync(begun.PendingToken, IamScenario.Browser, IamScenario.Client, IamScenario.Ct);
        var proven = (await iam.TypeCodeAsync(begun.PendingToken, alice.App!.Code())).Ok();
        var enrolling = await iam.EnrolAsync(alice, begun.PendingToken);

        var again = await iam.Get<BeginDeviceEnrolment>().RunAsync(enrolling.Caller, alice.UserId, "app2", MfaDeviceKind.Virtual, IamScenario.Ct);
        var offered = (await iam.Get<ListMfaKinds>().RunAsync(enrolling.Caller, alice.UserId, IamScenario.Ct)).Ok();
        await iam.AssignTokenAsync(enrolling, alice.UserId, "T-1", token, "alice-token");
        var second = await iam.Get<BeginDeviceEnrolment>().RunAsync(enrolling.Caller, alice.UserId, "token2", MfaDeviceKind.Hardware, IamScenario.Ct);

        Assert.Equal((SignInNext.Factor, SignInNext.RegisterMfa), (begun.Step.Next, proven.Next));
        Assert.Equal(SignInErrors.PendingEnded, early.Error);
        Assert.Equal(MfaDeviceErrors.KindNotAllowed, again.Error);
        Assert.Equal([MfaDeviceKind.Hardware], offered);
        Assert.Equal(MfaDeviceErrors.OneInsideSignIn, second.Error);
        (await iam.Get<FinishMfaRegistration>().RunAsync(enrolling.Caller, alice.UserId, IamScenario.Ct)).Ok();
    }

    [Theory, BothDatabases]
    public async Task A_kind_that_was_forbidden_during_the_wizard_is_not_assigned_and_root_may_use_any(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        var enrolment = await iam.BeginAsync(session, dave.UserId, "dave-app");
        (await iam.Get<UpdateMfaPolicy>().RunAsync(root.Caller, new WantedMfaPolicy(false, 0, [MfaDeviceKind.Hardware]), IamScenario.Ct)).Ok();

        var late = await iam.Get<AssignVirtualDevice>().RunAsync(
            session.Caller, enrolment, new Authenticator(enrolment.Secret!, iam.Clock).LastTwoCodes(), IamScenario.Ct);

        Assert.Equal(MfaDeviceErrors.KindNotAllowed, late.Error);
        await iam.AssignAppAsync(root, root.UserId, "root-app");
    }

    [Theory, BothDatabases]
    public async Task T33_nobody_removes_his_own_last_device_that_counts_and_an_administrator_may(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        root = await iam.RenewAsync(root);
        await iam.RequireMfaAsync(root, graceDays: 1);
        var session = await iam.SignInAsync(alice);
        var remove = iam.Get<RemoveMfaDevice>();
        iam.Clock.Advance(TimeSpan.FromDays(1));
        session = await iam.SignInAsync(alice);

        var last = await remove.RunAsync(session.Caller, alice.UserId, alice.App!.DeviceId, IamScenario.Ct);
        var refused = await iam.LastEventAsync();
        var second = await iam.AssignAppAsync(session, alice.UserId, "second");
        (await remove.RunAsync(session.Caller, alice.UserId, alice.App.DeviceId, IamScenario.Ct)).Ok();
        (await remove.RunAsync((await iam.RenewAsync(root)).Caller, alice.UserId, second.DeviceId, IamScenario.Ct)).Ok();

        Assert.Equal(MfaDeviceErrors.LastRequired, last.Error);
        Assert.Equal(("DeactivateMFADevice", "DeleteConflict"), (refused.EventName, refused.Reason));
        Assert.Null(await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct));
        Assert.Equal(SignInNext.RegisterMfa, (await iam.TypePasswordAsync(alice.Credentials)).Ok().Step.Next);
    }

    [Theory, BothDatabases]
    public async Task T33_root_keeps_its_last_device_once_its_35_days_are_over(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var person = account.Root with { App = await iam.AssignAppAsync(root, root.UserId, "root-app") };
        iam.Clock.Advance(TimeSpan.FromDays(35));
        var session = await iam.SignInAsync(person);

        var removed = await iam.Get<RemoveMfaDevice>().RunAsync(session.Caller, root.UserId, person.App!.DeviceId, IamScenario.Ct);

        Assert.Equal(MfaDeviceErrors.LastRequired, removed.Error);
    }

    private static async Task<PendingSignInView> ViewAsync(IamScenario iam, string pending) =>
        (await iam.Get<ReadPendingSignIn>().RunAsync(pending, IamScenario.Browser, IamScenario.Ct))!;

    private static async Task<(SessionKind, bool)> KindAsync(IamScenario iam, string token)
    {
        var session = await iam.Get<ReadSession>().RunAsync(token, IamScenario.Ct);
        return (session!.Kind, session.IsMfa);
    }
}
