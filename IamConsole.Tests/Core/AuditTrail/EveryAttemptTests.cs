using IamConsole.Core;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Policies;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>Every attempt and change has a row (security bar, section F).</summary>
public sealed class EveryAttemptTests
{
    [Theory, BothDatabases]
    public async Task The_life_of_a_user_is_told_in_order_with_actor_device_and_session(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        var session = await iam.SignInAsync(alice);
        (await iam.Get<RenameMfaDevice>().RunAsync(session.Caller, alice.UserId, alice.App!.DeviceId, "phone", IamScenario.Ct)).Ok();
        (await iam.Get<RemoveMfaDevice>().RunAsync(session.Caller, alice.UserId, alice.App.DeviceId, IamScenario.Ct)).Ok();
        (await iam.Get<AttachUserPolicy>().RunAsync(root.Caller, alice.UserId, IamScenario.Administrator(), IamScenario.Ct)).Ok();
        (await iam.Get<DeleteUser>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();

        var trail = await iam.TrailAsync();

        Assert.Equal(
            [
                "OpenAccount", "PasswordAccepted", "MfaRegistrationSkipped", "ConsoleLogin", "CreateUser",
                "PasswordAccepted", "ConsoleLogin", "BeginMFADeviceEnrolment", "EnableMFADevice", "ConfirmIdentity",
                "PasswordAccepted", "CheckMfa", "ConsoleLogin", "RenameMFADevice", "DeactivateMFADevice",
                "AttachUserPolicy", "DeleteUser",
            ],
            trail.Select(e => e.EventName));
        Assert.All(trail, e => Assert.True(e.Succeeded && e.AccountId == account.Id && e.Address == "192.0.2.7" && e.RequestId == "request-1"));
        Assert.All(trail[13..15], e => Assert.Equal(
            ("alice", "IAMUser", session.Caller.SessionId, true), (e.ActorName, e.ActorType, e.SessionId, e.MfaAuthenticated)));
        Assert.Equal(("{\"MFAUsed\":\"Yes\"}", alice.App.DeviceId), (trail[12].Details, trail[12].DeviceId));
    }

    [Theory, BothDatabases]
    public async Task Line_breaks_and_half_characters_of_a_browser_do_not_reach_the_trail(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        var client = new ClientInfo("192.0.2.7", "evil\r\nroot signed in" + new string('x', 236) + "😀", "r");

        await iam.Get<BeginSignIn>().RunAsync(account.Root.Credentials with { Password = "wrong" }, IamScenario.Browser, client, IamScenario.Ct);

        var agent = (await iam.LastEventAsync()).UserAgent!;
        Assert.Equal(256, agent.Length);
        Assert.DoesNotContain(agent, c => char.IsControl(c) || char.IsSurrogate(c));
    }
}
