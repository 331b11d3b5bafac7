using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Who may do what to whom (security bar T30, T34, T35): the written matrix, asked of the gate.</summary>
public sealed class GateTests
{
    private static readonly IamAction[] OnOneself =
    [
        IamAction.GetUser, IamAction.ChangePassword, IamAction.ListMfaDevices, IamAction.EnableMfaDevice,
        IamAction.DeactivateMfaDevice, IamAction.ResyncMfaDevice, IamAction.TagMfaDevice,
    ];

    private static readonly IamAction[] OnUsers =
    [
        .. OnOneself, IamAction.DeleteUser, IamAction.UpdateLoginProfile, IamAction.DeleteLoginProfile, IamAction.AttachUserPolicy,
    ];

    [Theory, BothDatabases]
    public async Task Everybody_manages_himself_administrators_all_users_and_only_root_root(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var adminPerson = await iam.AdministratorAsync(account, root, "admin");
        var peer = await iam.AdministratorAsync(account, root, "admin2");
        var davePerson = await iam.UserAsync(account, root, "dave");
        var erin = await iam.UserAsync(account, root, "erin");
        var (admin, dave) = (await iam.SignInAsync(adminPerson), await iam.SignInAsync(davePerson));

        foreach (var action in OnUsers)
        {
            Assert.Equal(OnOneself.Contains(action), await AllowsAsync(iam, dave, action, dave.UserId));
            Assert.False(await AllowsAsync(iam, dave, action, erin.UserId), $"dave may {action} erin");
            Assert.False(await AllowsAsync(iam, dave, action, root.UserId), $"dave may {action} root");
            Assert.True(await AllowsAsync(iam, admin, action, erin.UserId), $"admin may not {action} erin");
            Assert.True(await AllowsAsync(iam, admin, action, peer.UserId), $"admin may not {action} peer");
            Assert.False(await AllowsAsync(iam, admin, action, root.UserId), $"admin may {action} root");
            Assert.True(await AllowsAsync(iam, root, action, erin.UserId), $"root may not {action} erin");
            Assert.Equal(OnOneself.Contains(action), await AllowsAsync(iam, root, action, root.UserId));
        }

        foreach (var action in new[] { IamAction.ListUsers, IamAction.CreateUser })
        {
            Assert.False(await AllowsAsync(iam, dave, action, null));
            Assert.True(await AllowsAsync(iam, admin, action, null));
            Assert.True(await AllowsAsync(iam, root, action, null));
        }
    }

    [Theory, BothDatabases]
    public async Task A_user_of_another_account_does_not_exist_for_root_and_administrators(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var (_, stranger) = await iam.SignedInRootAsync();

        Assert.Equal(PermissionErrors.NoSuchUser, (await iam.Get<GetUser>().RunAsync(stranger.Caller, alice.UserId, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.NoSuchUser, (await iam.Get<GetUser>().RunByNameAsync(stranger.Caller, "alice", IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.NoSuchUser, (await iam.Get<ListMfaDevices>().RunAsync(stranger.Caller, alice.UserId, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.NoSuchUser, (await iam.Get<DeleteUser>().RunAsync(stranger.Caller, alice.UserId, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.NoSuchUser,
            (await iam.Get<RemoveMfaDevice>().RunAsync(stranger.Caller, alice.UserId, alice.App!.DeviceId, IamScenario.Ct)).Error);
        Assert.Equal(MfaDeviceErrors.NoSuchDevice,
            (await iam.Get<RemoveMfaDevice>().RunAsync(stranger.Caller, stranger.UserId, alice.App.DeviceId, IamScenario.Ct)).Error);
        Assert.Empty((await iam.Get<ListUsers>().RunAsync(stranger.Caller, new UserQuery(), IamScenario.Ct)).Ok().Rows);
    }

    [Theory, BothDatabases]
    public async Task A_refusal_does_not_tell_whether_a_user_exists(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "erin", path: "/secret/");
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));
        var get = iam.Get<GetUser>();

        var known = await get.RunByNameAsync(dave.Caller, "erin", IamScenario.Ct);
        var unknown = await get.RunByNameAsync(dave.Caller, "nobody", IamScenario.Ct);
        var impossible = await get.RunByNameAsync(dave.Caller, "\0", IamScenario.Ct);

        Assert.Equal("AccessDenied", known.Error?.Code);
        Assert.Equal(known.Error, unknown.Error);
        Assert.Equal(known.Error, impossible.Error);
    }

    [Theory, BothDatabases]
    public async Task A_denied_call_is_recorded_under_its_own_name_with_action_and_resource(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.SignInAsync(await iam.UserAsync(account, root, "dave"));

        await iam.Get<DeleteUser>().RunAsync(dave.Caller, root.UserId, IamScenario.Ct);

        var row = await iam.LastEventAsync();
        Assert.Equal(("DeleteUser", "AccessDenied", false), (row.EventName, row.Reason, row.Succeeded));
        Assert.Equal($"arn:aws:iam::{account.Id}:root", row.Target);
        Assert.Contains(IamAction.DeleteUser.Name, row.Details, StringComparison.Ordinal);
        Assert.Contains("is not authorized to perform: iam:DeleteUser on resource: ", row.Details, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_factor_is_changed_only_within_ten_minutes_of_a_proof(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        root = await iam.RenewAsync(root);
        iam.Clock.Advance(TimeSpan.FromMinutes(10));
        (await iam.Get<BeginDeviceEnrolment>().RunAsync(session.Caller, alice.UserId, "in-time", MfaDeviceKind.Virtual, IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(PermissionErrors.ProofTooOld, (await iam.Get<BeginDeviceEnrolment>().RunAsync(
            session.Caller, alice.UserId, "late", MfaDeviceKind.Virtual, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.ProofTooOld, (await iam.Get<RemoveMfaDevice>().RunAsync(
            session.Caller, alice.UserId, alice.App!.DeviceId, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.ProofTooOld, (await iam.Get<RemoveMfaDevice>().RunAsync(
            root.Caller, alice.UserId, alice.App.DeviceId, IamScenario.Ct)).Error);
        Assert.DoesNotContain(await iam.TrailAsync(), e => !e.Succeeded);
        session = await iam.ConfirmAsync(session, alice);
        (await iam.Get<RemoveMfaDevice>().RunAsync(session.Caller, alice.UserId, alice.App.DeviceId, IamScenario.Ct)).Ok();
    }

    [Theory, BothDatabases]
    public async Task A_password_only_session_of_a_user_with_a_device_cannot_add_or_remove_one(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        var key = await iam.RegisterKeyAsync(session, dave.UserId, "first", [1]);

        Assert.Equal(PermissionErrors.MfaRequired, (await iam.Get<BeginDeviceEnrolment>().RunAsync(
            session.Caller, dave.UserId, "second", MfaDeviceKind.Virtual, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.MfaRequired, (await iam.Get<RemoveMfaDevice>().RunAsync(
            session.Caller, dave.UserId, key.Id, IamScenario.Ct)).Error);
        Assert.DoesNotContain(await iam.TrailAsync(), e => !e.Succeeded);
    }

    private static async Task<bool> AllowsAsync(IamScenario iam, SignedIn session, IamAction action, string? target)
    {
        var answer = await iam.Get<AskGate>().RunAsync(session.Caller, action, target, IamScenario.Ct);
        Assert.True(answer.Succeeded || answer.Error!.Code == "AccessDenied", answer.Error?.ToString());
        return answer.Succeeded;
    }
}
