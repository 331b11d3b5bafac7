using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.MfaDevices;

/// <summary>What two codes typed in the wizard prove, and about whom.</summary>
public sealed class EnrolmentProofTests
{
    [Theory, BothDatabases]
    public async Task Two_codes_of_ones_own_first_device_make_the_session_one_with_mfa_and_a_second_device_asks_for_no_third(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        iam.Clock.Advance(TimeSpan.FromMinutes(9));

        var app = await iam.AssignAppAsync(session, dave.UserId, "first");
        iam.Clock.Advance(TimeSpan.FromMinutes(9));
        await iam.AssignAppAsync(session, dave.UserId, "second");

        var confirmed = await iam.ReadAsync(db => db.AuditEvents.Where(e => e.EventName == "ConfirmIdentity" && e.DeviceId == app.DeviceId).SingleAsync(IamScenario.Ct));
        Assert.True(confirmed.Succeeded);
        Assert.True((await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct))!.IsMfa);
    }

    [Theory, BothDatabases]
    public async Task The_proof_of_two_codes_grows_old_like_any_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        await iam.AssignAppAsync(session, dave.UserId, "first");

        iam.Clock.Advance(SessionLimits.FreshProof + TimeSpan.FromSeconds(1));

        Assert.Equal(PermissionErrors.ProofTooOld, (await BeginAsync(iam, session, dave.UserId)).Error);
    }

    [Theory, BothDatabases]
    public async Task Codes_of_a_hardware_token_prove_as_well(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        var token = await iam.TokenInStockAsync("aws", "GAHT0001");

        await iam.AssignTokenAsync(session, dave.UserId, "GAHT0001", token, "token");

        var row = await RowAsync(iam, session);
        Assert.Equal((true, token.DeviceId), (row.IsMfa, row.DeviceId));
    }

    [Theory, BothDatabases]
    public async Task Codes_that_an_administrator_types_for_another_users_device_never_prove_the_administrator(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var before = await RowAsync(iam, root);
        iam.Clock.Advance(TimeSpan.FromMinutes(9));

        await iam.AssignAppAsync(root, dave.UserId, "daves-phone");

        var after = await RowAsync(iam, root);
        Assert.Equal((false, null, before.ProvenAt), (after.IsMfa, after.DeviceId, after.ProvenAt));
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(PermissionErrors.ProofTooOld, (await BeginAsync(iam, root, dave.UserId)).Error);
    }

    [Theory, BothDatabases]
    public async Task A_passkey_that_was_registered_proves_nothing_until_it_signs(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);

        await iam.RegisterKeyAsync(session, dave.UserId, "desk-key", [1]);

        Assert.False((await RowAsync(iam, session)).IsMfa);
        Assert.Equal(PermissionErrors.MfaRequired, (await BeginAsync(iam, session, dave.UserId)).Error);
    }

    // Bulletin AWS-2023-001 (security bar T35): the wizard that was open before the device came is refused as well.
    [Theory, BothDatabases]
    public async Task A_password_only_session_elsewhere_gains_nothing_from_the_owners_codes(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var (own, thief) = (await iam.SignInAsync(dave), await iam.SignInAsync(dave));
        var ticket = await iam.BeginAsync(thief, dave.UserId, "thief");
        var app = new Authenticator(ticket.Secret!, iam.Clock);

        await iam.AssignAppAsync(own, dave.UserId, "phone");

        var late = await iam.Get<AssignVirtualDevice>().RunAsync(thief.Caller, ticket, app.LastTwoCodes(), IamScenario.Ct);
        Assert.Equal(PermissionErrors.SessionEnded, late.Error);
        Assert.False((await RowAsync(iam, thief)).IsMfa);
    }

    [Theory, BothDatabases]
    public async Task A_device_that_was_not_stored_raises_nothing_and_is_not_recorded_as_proof(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (dave, erin) = (await iam.UserAsync(account, root, "dave"), await iam.UserAsync(account, root, "erin"));
        var session = await iam.SignInAsync(dave);
        var ticket = await iam.BeginAsync(session, dave.UserId, "shared");
        var app = new Authenticator(ticket.Secret!, iam.Clock);
        await iam.AssignAppAsync(root, erin.UserId, "shared");

        var refused = await iam.Get<AssignVirtualDevice>().RunAsync(session.Caller, ticket, app.LastTwoCodes(), IamScenario.Ct);

        Assert.Equal(MfaDeviceErrors.NameTaken, refused.Error);
        Assert.False((await RowAsync(iam, session)).IsMfa);
        Assert.False(await iam.ReadAsync(db => db.AuditEvents.AnyAsync(e => e.EventName == "ConfirmIdentity", IamScenario.Ct)));
        Assert.False((await iam.LastEventAsync()).MfaAuthenticated);
    }

    private static Task<Session> RowAsync(IamScenario iam, SignedIn session) =>
        iam.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Id == session.Caller.SessionId, IamScenario.Ct));

    private static Task<IamConsole.Core.Result<DeviceEnrolment>> BeginAsync(IamScenario iam, SignedIn by, string userId) =>
        iam.Get<BeginDeviceEnrolment>().RunAsync(by.Caller, userId, "another", MfaDeviceKind.Virtual, IamScenario.Ct);
}
