using System.Text.Json;
using IamConsole.Core.Accounts;
using IamConsole.Core.Jobs;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary><c>iam:RegisterSecurityKey</c>: a key is created freely and activated only with the level that a policy demands.</summary>
public sealed class KeyRegistrationTests
{
    private const string Only =
        """
        { "Version": "2012-10-17", "Statement": [
            { "Sid": "Create", "Effect": "Allow", "Action": "iam:EnableMFADevice", "Resource": "*",
              "Condition": { "StringEquals": { "iam:RegisterSecurityKey": "Create" } } },
            { "Sid": "Activate", "Effect": "Allow", "Action": "iam:EnableMFADevice", "Resource": "*",
              "Condition": { "StringEquals": { "iam:RegisterSecurityKey": "Activate", "iam:FIDO-certification": ["L2", "L2plus", "L3", "L3plus"] } } }
        ] }
        """;

    private static readonly string OrUncertified = Only.Replace(
        "\"Activate\", \"iam:FIDO", "\"Activate\" }, \"StringEqualsIfExists\": { \"iam:FIDO", StringComparison.Ordinal);

    private const string DenyCreate =
        """
        { "Version": "2012-10-17", "Statement": [
            { "Effect": "Allow", "Action": "iam:*", "Resource": "*" },
            { "Effect": "Deny", "Action": "iam:EnableMFADevice", "Resource": "*", "Condition": { "StringEquals": { "iam:RegisterSecurityKey": "Create" } } }
        ] }
        """;

    [Theory, BothDatabases]
    public async Task A_level_that_a_policy_demands_is_asked_at_the_activation(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (alice, session) = await AliceAsync(iam, Only);

        var uncertified = await RegisterAsync(iam, session, alice, []);
        var row = await iam.LastEventAsync();
        var tooLow = await RegisterAsync(iam, session, alice, new() { ["FIDO"] = "L1" });
        var unproven = await RegisterAsync(iam, session, alice, new() { ["FIDO"] = "L2" }, isProven: false);
        var certified = await RegisterAsync(iam, session, alice, new() { ["FIDO"] = "L2" });

        Assert.All([uncertified, tooLow, unproven], r => Assert.Equal(PermissionErrors.AccessDeniedCode, r.Error?.Code));
        Assert.StartsWith("Your permissions do not allow this key: no certification of it is proven.", uncertified.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("(FIDO L1)", tooLow.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(("EnableMFADevice", "AccessDenied", "alice"), (row.EventName, row.Reason, row.ActorName));
        Assert.True(certified.Succeeded, certified.Error?.Message);
        Assert.Equal(1, await iam.ReadAsync(db => db.MfaDevices.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_key_is_checked_as_soon_as_it_has_answered_and_a_bad_answer_is_recorded_by_name(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (alice, session) = await AliceAsync(iam, Only);
        var enrolment = await iam.BeginAsync(session, alice.UserId, "key", MfaDeviceKind.SecurityKey);
        var check = iam.Get<CheckNewKey>();

        var bad = await check.RunAsync(session.Caller, enrolment, WebAuthnErrors.WrongSignature, IamScenario.Ct);
        var row = await iam.LastEventAsync();
        var uncertified = await check.RunAsync(session.Caller, enrolment, IamScenario.Key([9]), IamScenario.Ct);

        Assert.Equal(WebAuthnErrors.WrongSignature, bad.Error);
        Assert.Equal(("EnableMFADevice", false, "webauthn.signature", "alice"), (row.EventName, row.Succeeded, row.Reason, row.ActorName));
        Assert.Equal(PermissionErrors.AccessDeniedCode, uncertified.Error?.Code);
        Assert.Equal(0, await iam.ReadAsync(db => db.MfaDevices.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task With_IfExists_a_key_without_a_level_passes_and_one_of_a_lower_does_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (alice, session) = await AliceAsync(iam, OrUncertified);

        Assert.Equal(PermissionErrors.AccessDeniedCode, (await RegisterAsync(iam, session, alice, new() { ["FIDO"] = "L1" })).Error?.Code);
        Assert.True((await RegisterAsync(iam, session, alice, [])).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Denied_at_its_creation_a_key_is_refused_before_the_browser_is_asked_and_other_kinds_are_not(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (alice, session) = await AliceAsync(iam, DenyCreate);
        var begin = iam.Get<BeginDeviceEnrolment>();

        var key = await begin.RunAsync(session.Caller, alice.UserId, "key", MfaDeviceKind.SecurityKey, IamScenario.Ct);

        Assert.Equal(PermissionErrors.AccessDeniedCode, key.Error?.Code);
        await iam.AssignAppAsync(session, alice.UserId, "app");
    }

    [Theory, BothDatabases]
    public async Task Who_may_register_security_keys_alone_may_open_the_wizard_and_not_assign_an_app(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (alice, session) = await AliceAsync(iam, Only);

        (await iam.Get<AskGate>().RunAsync(session.Caller, IamAction.EnableMfaDevice, alice.UserId, IamScenario.Ct)).Ok();
        var app = await iam.Get<BeginDeviceEnrolment>().RunAsync(session.Caller, alice.UserId, "app", MfaDeviceKind.Virtual, IamScenario.Ct);

        Assert.Equal(PermissionErrors.AccessDeniedCode, app.Error?.Code);
    }

    [Theory, BothDatabases]
    public async Task What_denies_uncertified_keys_denies_them_inside_a_sign_in_too(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await PutAsync(iam, root, alice,
            """
            { "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "iam:EnableMFADevice", "Resource": "*",
              "Condition": { "StringEquals": { "iam:RegisterSecurityKey": "Activate" }, "StringNotEquals": { "iam:FIDO-certification": "L2" } } } }
            """);
        await iam.RequireMfaAsync(root, 0);
        var session = await iam.EnrolAsync(alice, await iam.PendingAsync(alice));

        Assert.Equal(PermissionErrors.AccessDeniedCode, (await RegisterAsync(iam, session, alice, [])).Error?.Code);
        Assert.True((await RegisterAsync(iam, session, alice, new() { ["FIDO"] = "L2" })).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_replay_asks_again_with_the_phase_and_the_level_of_that_time(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.AdministratorAsync(account, root, "admin");
        var session = await iam.SignInAsync(admin);
        await RegisterAsync(iam, session, admin, new() { ["FIDO"] = "L1" });

        Assert.Equal("Draft: Level", Assert.Single(await StoppedAsync(iam, root, "L2")).Statement);
        Assert.Empty(await StoppedAsync(iam, root, "L1"));
    }

    private static async Task<IReadOnlyList<ReplayRow>> StoppedAsync(IamScenario iam, SignedIn root, string level)
    {
        var draft = $$"""
            { "Version": "2012-10-17", "Statement": { "Sid": "Level", "Effect": "Deny", "Action": "iam:EnableMFADevice", "Resource": "*",
              "Condition": { "StringEquals": { "iam:RegisterSecurityKey": "Activate" }, "StringNotEquals": { "iam:FIDO-certification": "{{level}}" } } } }
            """;
        var id = (await iam.Get<ReplayPolicy>().RunAsync(root.Caller, new PolicyDraft(draft, null, null, null), IamScenario.Ct)).Ok();
        await iam.RunJobsAsync();
        var job = (await iam.Get<ReadJob>().RunAsync(root.Caller, id, 0, false, IamScenario.Ct)).Ok().Job;
        return JsonSerializer.Deserialize<ReplayOutcome>(job.Outcome!)!.Stopped;
    }

    private static async Task<(Person Alice, SignedIn Session)> AliceAsync(IamScenario iam, string policy)
    {
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        await PutAsync(iam, root, alice, policy);
        foreach (var arn in await iam.ReadAsync(db => db.PolicyAttachments.Where(a => a.UserId == alice.UserId).Select(a => a.PolicyArn).ToListAsync()))
            (await iam.Get<DetachUserPolicy>().RunAsync(root.Caller, alice.UserId, arn, IamScenario.Ct)).Ok();
        return (alice, await iam.SignInAsync(alice));
    }

    private static async Task PutAsync(IamScenario iam, SignedIn root, Person user, string policy) =>
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(user.UserId), "keys", policy, IamScenario.Ct)).Ok();

    private static async Task<IamConsole.Core.Result<MfaDeviceView>> RegisterAsync(
        IamScenario iam, SignedIn session, Person user, Dictionary<string, string> certifications, bool isProven = true)
    {
        var enrolment = await iam.BeginAsync(session, user.UserId, "key", MfaDeviceKind.SecurityKey);
        return await iam.Get<RegisterPasskey>().RunAsync(
            session.Caller, enrolment, IamScenario.Key([1]) with { IsModelProven = isProven, Certifications = certifications }, IamScenario.Ct);
    }
}
