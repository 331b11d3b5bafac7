using IamConsole.Core.MfaDevices;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Security bar T05 to T07: guesses are counted before they are compared, and nothing forgets them.</summary>
public sealed class GuessingTests
{
    [Theory, BothDatabases]
    public async Task Ten_wrong_codes_end_the_pending_sign_ins_and_the_password_counts_as_stolen(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var bystander = await iam.PendingAsync(alice);
        var pending = await iam.PendingAsync(alice);
        for (var i = 0; i < 9; i++)
            Assert.Equal(SignInErrors.WrongCode, (await iam.TypeCodeAsync(pending, alice.App!.WrongCode())).Error);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));

        var tenth = await iam.TypeCodeAsync(pending, alice.App!.WrongCode());

        Assert.Equal(SignInErrors.PasswordCountsAsStolen, tenth.Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(pending, alice.App.Code())).Error);
        Assert.Equal(SignInErrors.PendingEnded, (await iam.TypeCodeAsync(bystander, alice.App.Code())).Error);
        Assert.Contains(await iam.TrailAsync(), e => e is { EventName: "PasswordCountsAsStolen", ActorName: "alice" });
    }

    [Theory, BothDatabases]
    public async Task The_owner_of_a_stolen_password_must_change_it_behind_the_factor_and_is_told(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.GuessAsync(alice, 10);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        var pending = await iam.PendingAsync(alice);

        var step = (await iam.TypeCodeAsync(pending, alice.App!.Code())).Ok();
        var view = await iam.Get<ReadPendingSignIn>().RunAsync(pending, IamScenario.Browser, IamScenario.Ct);
        var changed = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            pending, IamScenario.Browser, "another long password", IamScenario.Client, IamScenario.Ct);
        var session = new SignedIn(alice.UserId, changed.Ok().SessionToken!);
        var notices = await iam.Get<IamConsole.Core.Notices.ListNotices>().RunAsync(session.Caller, alice.UserId, IamScenario.Ct);

        Assert.Equal((SignInNext.ChangePassword, null), (step.Next, step.SessionToken));
        Assert.True(view!.PasswordCountsAsStolen);
        Assert.Contains(notices.Ok(), n => n.Text.Contains("entered 10 wrong MFA codes", StringComparison.Ordinal));
        Assert.Null(await iam.ReadAsync(db => db.Users.Where(u => u.Id == alice.UserId).Select(u => u.PasswordStolenAt).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_hundred_wrong_codes_in_a_row_disable_the_device_for_good(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        await iam.GuessAsync(alice, 99);
        var before = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        await iam.GuessAsync(alice, 1);
        iam.Clock.Advance(TimeSpan.FromDays(1));

        var right = await iam.TypeCodeAsync(await iam.PendingAsync(alice), alice.App!.Code());

        Assert.Null(before.DisabledAt);
        Assert.Equal("DeviceDisabled", right.Error?.Code);
        Assert.NotNull((await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).DisabledAt);
        root = await iam.RenewAsync(root);
        Assert.True((await iam.Get<ListMfaDevices>().RunAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok()[0].IsDisabled);
        var resync = await iam.Get<ResyncMfaDevice>().RunAsync(
            root.Caller, alice.UserId, alice.App.DeviceId, alice.App.LastTwoCodes(), IamScenario.Ct);
        Assert.Equal(MfaDeviceErrors.Disabled, resync.Error);
        Assert.Single(await iam.TrailAsync(), e => e.EventName == "MfaDeviceDisabled");
    }

    [Theory, BothDatabases]
    public async Task T09_a_disabled_device_opens_no_way_in_and_every_way_says_the_same(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var session = await iam.SignInAsync(alice);
        await iam.GuessAsync(alice, 100);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        var pending = await iam.PendingAsync(alice);

        var refusals = new[]
        {
            (await iam.TypeCodeAsync(pending, alice.App!.Code())).Error,
            (await iam.Get<ProveFactor>().WithTwoCodesAsync(pending, IamScenario.Browser, alice.App.LastTwoCodes(), IamScenario.Client, IamScenario.Ct)).Error,
            (await iam.Get<ConfirmIdentity>().WithCodeAsync(session.Caller, alice.UserId, alice.App.Code(), IamScenario.Ct)).Error,
        };

        Assert.All(refusals, refusal => Assert.Equal(SignInErrors.DeviceDisabled, refusal));
    }

    [Theory, BothDatabases]
    public async Task Signing_in_a_hundred_times_with_one_device_does_not_disable_the_other(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var second = await iam.AssignAppAsync(root, alice.UserId, "second");
        for (var i = 0; i < 101; i++) await iam.SignInAsync(alice);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.True((await iam.TypeCodeAsync(await iam.PendingAsync(alice), second.Code())).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task A_wrong_code_counts_at_every_device_and_a_right_one_takes_back_only_its_own_check_of_the_others(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var second = await iam.AssignAppAsync(root, alice.UserId, "second");
        await iam.GuessAsync(alice, 2);
        await iam.SignInAsync(alice);

        var failures = await iam.ReadAsync(db => db.MfaDevices.ToDictionaryAsync(d => d.Id, d => d.FailedChecks));

        Assert.Equal(0, failures[alice.App!.DeviceId]);
        Assert.Equal(2, failures[second.DeviceId]);
    }

    [Theory, BothDatabases]
    public async Task Of_two_hundred_simultaneous_wrong_codes_nine_are_compared_and_counted(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        var wrong = alice.App!.WrongCode();

        var answers = await Simultaneously.RunAsync(200, _ => iam.TypeCodeAsync(pending, wrong));

        var device = await iam.ReadAsync(db => db.MfaDevices.SingleAsync());
        Assert.Equal(MfaLimits.ChecksPerWindow, answers.Count(a => a.Error == SignInErrors.WrongCode));
        Assert.Equal(MfaLimits.ChecksPerWindow, device.FailedChecks);
        var trail = await iam.TrailAsync();
        Assert.Equal(191, trail.Count(e => e is { EventName: "CheckMfa", Reason: "Throttled" }));
        Assert.Equal(9, trail.Count(e => e is { EventName: "CheckMfa", Reason: "WrongCode" }));
    }

    [Theory, BothDatabases]
    public async Task In_a_throttled_window_even_the_right_code_is_refused(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        for (var i = 0; i < 9; i++) await iam.TypeCodeAsync(pending, alice.App!.WrongCode());

        var right = await iam.TypeCodeAsync(pending, alice.App!.Code(1));
        iam.Clock.Advance(TimeSpan.FromMinutes(3));
        var later = await iam.TypeCodeAsync(pending, alice.App.Code());

        Assert.Equal("Throttling", right.Error?.Code);
        Assert.True(later.Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Failures_survive_a_restart(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var pending = await iam.PendingAsync(alice);
        for (var i = 0; i < 4; i++) await iam.TypeCodeAsync(pending, alice.App!.WrongCode());
        await iam.RestartAsync();
        await iam.TypeCodeAsync(pending, alice.App!.WrongCode());

        Assert.Equal(5, (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).FailedChecks);
        Assert.Equal(5, (await iam.ReadAsync(db => db.Users.SingleAsync(u => u.Id == alice.UserId))).FactorFailures);
    }

    public static TheoryData<DatabaseKind, string?> Malformed()
    {
        var data = new TheoryData<DatabaseKind, string?>();
        foreach (var code in new[] { "", null, "+12345", "-12345", " 12345", "123 456", "123456 ", "１２３４５６", "1234567", "12345", "0x1234", "huge" })
            foreach (var kind in Enum.GetValues<DatabaseKind>())
                data.Add(kind, code);
        return data;
    }

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_malformed_code_is_refused_before_any_comparison_and_is_not_counted(DatabaseKind database, string? code)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, _, alice) = await iam.AliceWithAuthenticatorAppAsync();
        if (code == "huge") code = new string('1', 10_000_000);

        var answer = await iam.TypeCodeAsync(await iam.PendingAsync(alice), code);

        Assert.Equal(SignInErrors.CodeNotSixDigits, answer.Error);
        Assert.Equal(0, (await iam.ReadAsync(db => db.MfaDevices.SingleAsync())).FailedChecks);
    }
}
