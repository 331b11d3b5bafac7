using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.MfaDevices;

/// <summary>Rename, resync, remove (security bar T12, T44).</summary>
public sealed class ManageMfaDevicesTests
{
    [Theory, BothDatabases]
    public async Task A_rename_keeps_the_identifier_and_is_audited_with_both_names(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        (await RenameAsync(iam, root, alice, "work-phone")).Ok();

        var device = Assert.Single((await iam.Get<ListMfaDevices>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok());

        Assert.Equal("work-phone", device.Name);
        Assert.EndsWith(":mfa/alice-app", device.Identifier, StringComparison.Ordinal);
        Assert.Contains("\"before\":\"alice-app\",\"after\":\"work-phone\"", (await iam.LastEventAsync()).Details, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_next_device_of_a_renamed_ones_name_gets_an_identifier_of_its_own(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        (await RenameAsync(iam, root, alice, "work-phone")).Ok();

        await iam.AssignAppAsync(root, alice.UserId, "alice-app");

        var devices = (await iam.Get<ListMfaDevices>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();
        Assert.Equal(2, devices.Select(d => d.Identifier).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task A_name_is_unique_over_the_users_of_the_account_without_regard_to_case(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.AssignAppAsync(root, root.UserId, "Root-Phone");

        Assert.Equal(MfaDeviceErrors.NameTaken, (await RenameAsync(iam, root, alice, "ROOT-phone")).Error);
        Assert.Equal(("RenameMFADevice", "EntityAlreadyExists"), await LastAsync(iam));
        Assert.Equal(MfaDeviceErrors.InvalidName, (await RenameAsync(iam, root, alice, "two words")).Error);
        Assert.True((await RenameAsync(iam, root, alice, "ALICE-APP")).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_device_of_somebody_else_is_no_device_of_this_user(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (device, session) = (alice.App!.DeviceId, await iam.SignInAsync(dave));

        var renamed = await iam.Get<RenameMfaDevice>().RunAsync(session.Caller, dave.UserId, device, "mine", IamScenario.Ct);
        var removed = await iam.Get<RemoveMfaDevice>().RunAsync(session.Caller, dave.UserId, device, IamScenario.Ct);
        var synced = await iam.Get<ResyncMfaDevice>().RunAsync(session.Caller, dave.UserId, device, alice.App.LastTwoCodes(), IamScenario.Ct);

        Assert.All([renamed, removed, synced], r => Assert.Equal(MfaDeviceErrors.NoSuchDevice, r.Error));
        Assert.Equal(["RenameMFADevice", "DeactivateMFADevice", "ResyncMFADevice"],
            (await iam.TrailAsync())[^3..].Where(e => e is { Succeeded: false, Reason: "NoSuchEntity" }).Select(e => e.EventName));
    }

    [Theory, BothDatabases]
    public async Task Synchronising_stores_the_drift_and_keeps_the_last_use(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.SignInAsync(alice);
        var used = (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).LastUsedAt;
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        alice.App!.Drift = TimeSpan.FromMinutes(5);

        (await ResyncAsync(iam, root, alice, alice.App.LastTwoCodes())).Ok();
        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.NotNull(used);
        Assert.Equal((10, used, 0), (device.DriftSteps, device.LastUsedAt, device.FailedChecks));
        Assert.True((await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App.Code())).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Synchronising_counts_and_is_slowed_down_like_any_check(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        for (var i = 0; i < 9; i++)
            Assert.Equal(MfaDeviceErrors.InvalidCodes, (await ResyncAsync(iam, root, alice, alice.App!.Codes(0, -1))).Error);

        var limited = await ResyncAsync(iam, root, alice, alice.App!.LastTwoCodes());

        Assert.Equal("Throttling", limited.Error?.Code);
        Assert.Equal(9, (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).FailedChecks);
        Assert.Equal(("ResyncMFADevice", "Throttling"), await LastAsync(iam));
    }

    [Theory, BothDatabases]
    public async Task A_security_key_cannot_be_synchronised(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var key = await iam.RegisterKeyAsync(root, root.UserId, "key", [1, 2, 3]);

        var answer = await iam.Get<ResyncMfaDevice>().RunAsync(
            root.Caller, root.UserId, key.Id, new TwoCodes("123456", iam.Now, "654321", iam.Now), IamScenario.Ct);

        Assert.Equal(MfaDeviceErrors.NotTotp, answer.Error);
    }

    [Theory, BothDatabases]
    public async Task Removing_takes_the_device_its_counter_and_its_codes_and_tells_the_owner_when(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        (await RemoveAsync(iam, root, alice)).Ok();
        var at = iam.Now;

        var session = await iam.SignInAsync(alice with { App = null });
        var notices = (await iam.Get<ListNotices>().RunAsync(session.Caller, alice.UserId, IamScenario.Ct)).Ok();

        Assert.Equal(("The MFA device alice-app was removed by root.", at), (notices[0].Text, notices[0].At));
        Assert.Equal(0, await iam.ReadAsync(db => db.MfaDevices.CountAsync()));
        Assert.Equal(0, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == alice.UserId))).DeviceCount);
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "DeactivateMFADevice", Succeeded: true, ActorType: "Root" });
        (await iam.Get<ListNotices>().DismissAsync(session.Caller, alice.UserId, notices[0].Id, IamScenario.Ct)).Ok();
        Assert.DoesNotContain((await iam.Get<ListNotices>().RunAsync(session.Caller, alice.UserId, IamScenario.Ct)).Ok(), n => n.Id == notices[0].Id);
    }

    [Theory, BothDatabases]
    public async Task Of_parallel_removals_one_removes_and_the_counter_falls_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.AssignAppAsync(root, alice.UserId, "second");

        var answers = await Simultaneously.RunAsync(10, _ => RemoveAsync(iam, root, alice));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(9, answers.Count(a => a.Error == MfaDeviceErrors.NoSuchDevice));
        Assert.Equal(1, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == alice.UserId))).VirtualDevices);
    }

    [Theory, BothDatabases]
    public async Task Signing_in_while_a_device_is_removed_never_fails_otherwise_than_by_a_refusal(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var second = await iam.AssignAppAsync(root, alice.UserId, "second");
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        var pending = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => iam.PendingAsync(alice)));

        await Simultaneously.RunAsync<object>(17, async i => i == 8
            ? await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, alice.UserId, second.DeviceId, IamScenario.Ct)
            : await iam.TypeCodeAsync(pending[i > 8 ? i - 1 : i], i % 2 == 0 ? second.Code() : alice.App!.WrongCode()));

        Assert.Equal(1, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == alice.UserId))).DeviceCount);
    }

    [Theory, BothDatabases]
    public async Task The_devices_of_root_are_managed_by_root_alone(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var key = await iam.RegisterKeyAsync(root, root.UserId, "root-key", [1]);

        Assert.Equal("AccessDenied", (await iam.Get<ListMfaDevices>().RunAsync(admin.Caller, root.UserId, IamScenario.Ct)).Error?.Code);
        Assert.Equal("AccessDenied", (await iam.Get<RemoveMfaDevice>().RunAsync(admin.Caller, root.UserId, key.Id, IamScenario.Ct)).Error?.Code);
        Assert.Equal("AccessDenied", (await iam.Get<BeginDeviceEnrolment>().RunAsync(
            admin.Caller, root.UserId, "x", MfaDeviceKind.Virtual, IamScenario.Ct)).Error?.Code);
        Assert.Single((await iam.Get<ListMfaDevices>().RunAsync(root.Caller, root.UserId, IamScenario.Ct)).Ok());
        Assert.Equal(PermissionErrors.MfaRequired, (await iam.Get<RemoveMfaDevice>().RunAsync(
            root.Caller, root.UserId, key.Id, IamScenario.Ct)).Error);
    }

    private static Task<IamConsole.Core.Result> RenameAsync(IamScenario iam, SignedIn by, Person whose, string name) =>
        iam.Get<RenameMfaDevice>().RunAsync(by.Caller, whose.UserId, whose.App!.DeviceId, name, IamScenario.Ct);

    private static Task<IamConsole.Core.Result> RemoveAsync(IamScenario iam, SignedIn by, Person whose) =>
        iam.Get<RemoveMfaDevice>().RunAsync(by.Caller, whose.UserId, whose.App!.DeviceId, IamScenario.Ct);

    private static Task<IamConsole.Core.Result> ResyncAsync(IamScenario iam, SignedIn by, Person whose, TwoCodes codes) =>
        iam.Get<ResyncMfaDevice>().RunAsync(by.Caller, whose.UserId, whose.App!.DeviceId, codes, IamScenario.Ct);

    private static async Task<(string, string?)> LastAsync(IamScenario iam)
    {
        var row = await iam.LastEventAsync();
        return (row.EventName, row.Reason);
    }
}
