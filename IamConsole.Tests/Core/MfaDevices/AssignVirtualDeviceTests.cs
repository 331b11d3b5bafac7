using IamConsole.Core.MfaDevices;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.MfaDevices;

/// <summary>Security bar T40, T41: a device exists only when two consecutive codes proved it.</summary>
public sealed class AssignVirtualDeviceTests
{
    [Theory, BothDatabases]
    public async Task A_device_needs_two_consecutive_codes_and_nothing_exists_before(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (enrolment, session, app) = await BegunAsync(iam);

        var wrong = await AssignAsync(iam, session, enrolment, app.Codes(-1, 0) with { Second = app.WrongCode() });
        var equal = await AssignAsync(iam, session, enrolment, app.Codes(0, 0));
        var reversed = await AssignAsync(iam, session, enrolment, app.Codes(0, -1));
        var one = await AssignAsync(iam, session, enrolment, app.Codes(-1, 0) with { Second = "" });
        var none = await iam.ReadAsync(db => db.MfaDevices.CountAsync());
        var right = await AssignAsync(iam, session, enrolment, app.LastTwoCodes());

        Assert.Equal(MfaDeviceErrors.InvalidCodes, wrong.Error);
        Assert.Equal(MfaDeviceErrors.SameCodeTwice, equal.Error);
        Assert.Equal(MfaDeviceErrors.InvalidCodes, reversed.Error);
        Assert.Equal(MfaDeviceErrors.Code2NotSixDigits, one.Error);
        Assert.Equal(0, none);
        Assert.Equal($"arn:aws:iam::{enrolment.AccountId}:mfa/phone", right.Ok().Identifier);
        Assert.Equal(3, (await iam.TrailAsync()).Count(e => e is { EventName: "EnableMFADevice", Succeeded: false }));
    }

    [Theory, BothDatabases]
    public async Task An_enrolment_expires_after_ten_minutes_and_serves_one_device(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (enrolment, session, app) = await BegunAsync(iam);
        (await AssignAsync(iam, session, enrolment, app.LastTwoCodes())).Ok();

        Assert.Equal(MfaDeviceErrors.EnrolmentExpired, (await AssignAsync(iam, session, enrolment, app.Codes(1, 2))).Error);

        var (second, other, otherApp) = await BegunAsync(iam, "dave2");
        iam.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(MfaDeviceErrors.EnrolmentExpired, (await AssignAsync(iam, other, second, otherApp.LastTwoCodes())).Error);
    }

    [Theory, BothDatabases]
    public async Task After_ten_wrong_pairs_an_enrolment_is_over(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (enrolment, session, app) = await BegunAsync(iam);
        for (var i = 0; i < 10; i++) await AssignAsync(iam, session, enrolment, app.Codes(0, -1));

        Assert.Equal(MfaDeviceErrors.EnrolmentExpired, (await AssignAsync(iam, session, enrolment, app.LastTwoCodes())).Error);
    }

    [Theory, BothDatabases]
    public async Task A_wizard_begun_with_a_fresh_proof_may_end_a_little_later_but_not_in_an_ended_session(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        iam.Clock.Advance(TimeSpan.FromMinutes(8));
        var enrolment = await iam.BeginAsync(session, dave.UserId, "phone");
        var app = new Authenticator(enrolment.Secret!, iam.Clock);
        iam.Clock.Advance(TimeSpan.FromMinutes(8));
        (await AssignAsync(iam, session, enrolment, app.LastTwoCodes())).Ok();

        root = await iam.RenewAsync(root);
        var late = await iam.BeginAsync(root, dave.UserId, "tablet");
        await iam.Get<IamConsole.Core.Sessions.SignOut>().RunAsync(root.Token, IamScenario.Client, IamScenario.Ct);
        var ended = await AssignAsync(iam, root, late, new Authenticator(late.Secret!, iam.Clock).LastTwoCodes());
        Assert.Equal("SessionEnded", ended.Error?.Code);
    }

    [Theory, BothDatabases]
    public async Task A_slowly_typed_second_code_never_enrols_a_device_out_of_sync(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var session = await iam.SignInAsync(dave);
        var enrolment = await iam.BeginAsync(session, dave.UserId, "phone");
        var app = new Authenticator(enrolment.Secret!, iam.Clock);
        var (first, firstAt, second) = (app.Code(), iam.Now, app.Code(1));
        iam.Clock.Advance(TimeSpan.FromMinutes(5));

        var late = await AssignAsync(iam, session, enrolment, new TwoCodes(first, firstAt, second, iam.Now));
        var signedIn = await iam.SignInAsync(dave with { App = app });

        Assert.True(late.Succeeded, late.Error?.ToString());
        Assert.NotNull(signedIn.Token);
        Assert.Equal(0, (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).DriftSteps);
    }

    [Theory, BothDatabases]
    public async Task A_first_code_whose_successor_has_passed_is_called_too_old(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (enrolment, session, app) = await BegunAsync(iam);

        var answer = await AssignAsync(iam, session, enrolment, app.Codes(-10, 0));

        Assert.Equal(MfaDeviceErrors.Code1TooOld, answer.Error);
    }

    [Theory, BothDatabases]
    public async Task Of_twenty_parallel_additions_eight_succeed_and_the_counters_agree(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, "dave");
        var enrolments = new List<DeviceEnrolment>();

        // Of one session no more than ten codes at a time are compared (ten wrong ones end it).
        SignedIn[] sessions = [root, await iam.RenewAsync(root)];
        for (var i = 0; i < 20; i++) enrolments.Add(await iam.BeginAsync(sessions[i % 2], dave.UserId, "device-" + i));

        var answers = await Simultaneously.RunAsync(20, i => AssignAsync(
            iam, sessions[i % 2], enrolments[i], new Authenticator(enrolments[i].Secret!, iam.Clock).LastTwoCodes()));

        Assert.Equal(MfaLimits.DevicesPerUser, answers.Count(a => a.Succeeded));
        Assert.Equal(12, answers.Count(a => a.Error == MfaDeviceErrors.LimitExceeded));
        Assert.Equal(MfaLimits.DevicesPerUser, await iam.ReadAsync(db => db.MfaDevices.CountAsync()));
        Assert.Equal(MfaLimits.DevicesPerUser, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == dave.UserId))).VirtualDevices);
        Assert.Equal(12, (await iam.TrailAsync()).Count(e => e is { EventName: "EnableMFADevice", Reason: "LimitExceeded" }));
        Assert.Equal(MfaDeviceErrors.LimitExceeded, (await iam.Get<BeginDeviceEnrolment>().RunAsync(
            root.Caller, dave.UserId, "ninth", MfaDeviceKind.Virtual, IamScenario.Ct)).Error);
    }

    [Theory, BothDatabases]
    public async Task Of_parallel_additions_of_one_name_one_succeeds_over_all_users_whatever_the_case(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var users = new List<Person>();
        for (var i = 0; i < 6; i++) users.Add(await iam.UserAsync(account, root, "user-" + i));
        var enrolments = new List<DeviceEnrolment>();
        foreach (var (i, user) in users.Index())
            enrolments.Add(await iam.BeginAsync(root, user.UserId, i % 2 == 0 ? "Phone" : "pHONE"));

        var answers = await Simultaneously.RunAsync(6, i => AssignAsync(
            iam, root, enrolments[i], new Authenticator(enrolments[i].Secret!, iam.Clock).LastTwoCodes()));

        Assert.Single(answers, a => a.Succeeded);
        Assert.Equal(5, answers.Count(a => a.Error == MfaDeviceErrors.NameTaken));
        Assert.Equal(1, await iam.ReadAsync(db => db.Users.SumAsync(u => u.VirtualDevices)));
        Assert.Equal(5, (await iam.TrailAsync()).Count(e => e is { EventName: "EnableMFADevice", Reason: "EntityAlreadyExists" }));
        Assert.Equal(MfaDeviceErrors.NameTaken, (await iam.Get<BeginDeviceEnrolment>().RunAsync(
            root.Caller, users[0].UserId, "PHONE", MfaDeviceKind.Virtual, IamScenario.Ct)).Error);
    }

    [Theory, BothDatabases]
    public async Task The_same_name_is_free_in_another_account(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, one) = await iam.SignedInRootAsync();
        var (_, other) = await iam.SignedInRootAsync();

        await iam.AssignAppAsync(one, one.UserId, "phone");
        await iam.AssignAppAsync(other, other.UserId, "phone");

        Assert.Equal(2, await iam.ReadAsync(db => db.MfaDevices.CountAsync(d => d.NormalizedName == "PHONE")));
    }

    [Theory, BothDatabases]
    public async Task An_enrolment_of_another_account_or_kind_is_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (enrolment, _, app) = await BegunAsync(iam);
        var (_, stranger) = await iam.SignedInRootAsync();
        var key = await iam.BeginAsync(stranger, stranger.UserId, "key", MfaDeviceKind.SecurityKey);

        Assert.False((await AssignAsync(iam, stranger, enrolment, app.LastTwoCodes())).Succeeded);
        Assert.Equal(MfaDeviceErrors.EnrolmentExpired, (await AssignAsync(iam, stranger, key, app.LastTwoCodes())).Error);
        Assert.Equal(0, await iam.ReadAsync(db => db.MfaDevices.CountAsync()));
    }

    private static async Task<(DeviceEnrolment Enrolment, SignedIn Session, Authenticator App)> BegunAsync(
        IamScenario iam, string name = "dave")
    {
        var (account, root) = await iam.SignedInRootAsync();
        var dave = await iam.UserAsync(account, root, name);
        var session = await iam.SignInAsync(dave);
        var enrolment = await iam.BeginAsync(session, dave.UserId, "phone");
        return (enrolment, session, new Authenticator(enrolment.Secret!, iam.Clock));
    }

    private static Task<IamConsole.Core.Result<MfaDeviceView>> AssignAsync(
        IamScenario iam, SignedIn session, DeviceEnrolment enrolment, TwoCodes codes) =>
        iam.Get<AssignVirtualDevice>().RunAsync(session.Caller, enrolment, codes, IamScenario.Ct);
}
