using IamConsole.Core.AccountSettings;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AccountSettings;

/// <summary>The switch: whom it catches, whose sessions end, what is told and recorded.</summary>
public sealed class MfaPolicyTests
{
    [Theory, BothDatabases]
    public async Task T43_those_caught_at_once_are_out_everywhere_and_nobody_else(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (other, otherRoot) = await iam.SignedInRootAsync();
        var stranger = await iam.SignInAsync(await iam.UserAsync(other, otherRoot, "dave"));
        var dave = await iam.UserAsync(account, root, "dave");
        var robot = await iam.UserAsync(account, root, "robot");
        var alice = await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        (await iam.Get<ChangeMfaExemption>().RunAsync(root.Caller, robot.UserId, true, IamScenario.Ct)).Ok();
        SignedIn[] caught = [await iam.SignInAsync(dave), await iam.SignInAsync(dave)];
        var lucas = await iam.UserAsync(account, root, "lucas", mustChange: true);
        var pending = await iam.PendingAsync(lucas);
        SignedIn[] staying = [root, stranger, await iam.SignInAsync(robot), await iam.SignInAsync(alice)];

        var change = await iam.RequireMfaAsync(root, graceDays: 0);

        Assert.Equal(new MfaPolicyChange(SessionsEnded: 2, Told: 2), change);
        foreach (var session in caught) Assert.False(await LivesAsync(iam, session));
        foreach (var session in staying) Assert.True(await LivesAsync(iam, session));
        Assert.Null(await iam.Get<ReadPendingSignIn>().RunAsync(pending, IamScenario.Browser, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Who_has_days_of_grace_goes_on_and_is_told_until_when(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);

        var change = await iam.RequireMfaAsync(root, graceDays: 14);

        Assert.Equal(new MfaPolicyChange(SessionsEnded: 0, Told: 1), change);
        Assert.True(await LivesAsync(iam, session));
        var notice = Assert.Single((await iam.Get<ListNotices>().RunAsync(session.Caller, dave.UserId, IamScenario.Ct)).Ok());
        Assert.Contains("16 Mar 2026", notice.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_administrator_without_a_device_is_out_with_the_others_and_was_told_before(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));

        var measured = (await iam.Get<MeasureMfaPolicy>().RunAsync(admin.Caller, Wanted(0), IamScenario.Ct)).Ok();
        await iam.RequireMfaAsync(admin, graceDays: 0);

        Assert.True(measured.CatchesCaller);
        Assert.False(await LivesAsync(iam, admin));
        Assert.False((await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, Wanted(0), IamScenario.Ct)).Ok().CatchesCaller);
    }

    [Theory, BothDatabases]
    public async Task The_effect_is_counted_before_anything_is_saved(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAuthenticatorAppAsync(account, root, "alice");
        await iam.UserAsync(account, root, "no-password", hasPassword: false);
        var robot = await iam.UserAsync(account, root, "robot");
        for (var n = 1; n <= 6; n++) await iam.UserAsync(account, root, $"user{n}");
        (await iam.Get<ChangeMfaExemption>().RunAsync(root.Caller, robot.UserId, true, IamScenario.Ct)).Ok();
        var measure = iam.Get<MeasureMfaPolicy>();

        var present = (await measure.RunAsync(root.Caller, null, IamScenario.Ct)).Ok();
        var atOnce = (await measure.RunAsync(root.Caller, Wanted(0), IamScenario.Ct)).Ok();
        var later = (await measure.RunAsync(root.Caller, Wanted(14), IamScenario.Ct)).Ok();
        var keysOnly = (await measure.RunAsync(root.Caller, Wanted(0, MfaDeviceKind.SecurityKey), IamScenario.Ct)).Ok();

        Assert.Equal((8, 7, 1, 1, 0, 0), (present.WithPassword, present.WithoutDevice, present.Exempt, present.Compliant, present.CaughtNow, present.InGrace));
        Assert.Equal((6, 0), (atOnce.CaughtNow, atOnce.InGrace));
        Assert.Equal(["user1", "user2", "user3", "user4", "user5"], atOnce.FirstNames);
        Assert.Equal(["robot"], atOnce.FirstExempt);
        Assert.Equal((0, 6, iam.Now.AddDays(14)), (later.CaughtNow, later.InGrace, later.GraceEndsBy!.Value));
        Assert.Equal((0, 7), (keysOnly.Compliant, keysOnly.CaughtNow));
        Assert.False((await measure.RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy.IsRequired);
    }

    [Theory, BothDatabases]
    public async Task Saving_again_does_not_begin_the_days_anew_and_switching_off_and_on_does(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.RequireMfaAsync(root, graceDays: 14);
        var begin = iam.Now;
        iam.Clock.Advance(TimeSpan.FromMinutes(5));

        await iam.RequireMfaAsync(root, graceDays: 20);
        var again = (await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy;
        (await iam.Get<UpdateMfaPolicy>().RunAsync(root.Caller, Wanted(0) with { IsRequired = false }, IamScenario.Ct)).Ok();
        await iam.RequireMfaAsync(root, graceDays: 20);
        var anew = (await iam.Get<MeasureMfaPolicy>().RunAsync(root.Caller, null, IamScenario.Ct)).Ok().Policy;

        Assert.Equal((begin, 20), (again.RequiredSince!.Value, again.GraceDays));
        Assert.Equal(iam.Now, anew.RequiredSince);
    }

    [Theory, BothDatabases]
    public async Task Grace_is_0_to_90_days_one_kind_must_stay_and_a_change_is_audited(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var update = iam.Get<UpdateMfaPolicy>();

        foreach (var days in new int?[] { -1, 91, null })
            Assert.Equal(AccountSettingsErrors.InvalidGrace, (await update.RunAsync(root.Caller, Wanted(days), IamScenario.Ct)).Error);
        Assert.Equal(AccountSettingsErrors.NoKind, (await update.RunAsync(root.Caller, new WantedMfaPolicy(true, 1, []), IamScenario.Ct)).Error);
        await iam.RequireMfaAsync(root, 90, MfaDeviceKind.Hardware);

        var row = await iam.LastEventAsync();
        Assert.Equal("UpdateMFAPolicy", row.EventName);
        Assert.Matches("\"before\":{\"RequiredSince\":null.*\"after\":{\"RequiredSince\":\"2026.*\"GraceDays\":90,\"AllowsSecurityKeys\":false", row.Details);
    }

    [Theory, BothDatabases]
    public async Task An_exemption_is_given_by_another_and_its_end_puts_a_user_without_MFA_out(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var exempt = iam.Get<ChangeMfaExemption>();

        Assert.Equal(AccountSettingsErrors.OwnExemption, (await exempt.RunAsync(admin.Caller, admin.UserId, true, IamScenario.Ct)).Error);
        (await exempt.RunAsync(admin.Caller, dave.UserId, true, IamScenario.Ct)).Ok();
        await iam.RequireMfaAsync(root, graceDays: 0);
        var session = await iam.SignInAsync(dave);
        (await exempt.RunAsync(root.Caller, dave.UserId, false, IamScenario.Ct)).Ok();

        Assert.False(await LivesAsync(iam, session));
        var row = await iam.LastEventAsync();
        Assert.Equal(("UpdateUser", """{"userName":"dave","mfaExempt":{"before":true,"after":false}}"""), (row.EventName, row.Details));
        Assert.NotNull((await exempt.RunAsync(root.Caller, root.UserId, true, IamScenario.Ct)).Error);
    }

    private static WantedMfaPolicy Wanted(int? graceDays, params MfaDeviceKind[] kinds) =>
        new(true, graceDays, kinds.Length == 0 ? Enum.GetValues<MfaDeviceKind>() : kinds);

    private static async Task<bool> LivesAsync(IamScenario iam, SignedIn session) =>
        await iam.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct) is not null;
}
