using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.SignIn;

/// <summary>Root without MFA must register a device at sign-in; within 35 days it may be skipped.</summary>
public sealed class RootRegistrationTests
{
    [Theory, BothDatabases]
    public async Task Root_may_skip_for_thirty_five_days_and_not_afterwards(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        iam.Clock.Advance(TimeSpan.FromDays(35) - TimeSpan.FromSeconds(1));
        await iam.SignInAsync(account.Root);
        iam.Clock.Advance(TimeSpan.FromSeconds(1));
        var pending = await iam.PendingAsync(account.Root);

        var skipped = await iam.Get<SkipMfaRegistration>().RunAsync(pending, IamScenario.Browser, IamScenario.Client, IamScenario.Ct);
        var view = await iam.Get<ReadPendingSignIn>().RunAsync(pending, IamScenario.Browser, IamScenario.Ct);

        Assert.Equal(SignInErrors.MfaRequired, skipped.Error);
        Assert.Equal((SignInNext.RegisterMfa, 0), (view!.Next, view.SkipDaysLeft));
    }

    [Theory, BothDatabases]
    public async Task An_enrolment_session_assigns_one_device_and_nothing_else_and_becomes_a_console_session(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        var enrolling = await EnrolAsync(iam, account.Root);

        var early = await FinishAsync(iam, enrolling);
        var listing = await iam.Get<ListUsers>().RunAsync(enrolling.Caller, new UserQuery(), IamScenario.Ct);
        var creating = await iam.Get<CreateUser>().RunAsync(enrolling.Caller, new NewUser("x", "/", null, false, []), IamScenario.Ct);
        await iam.AssignAppAsync(enrolling, account.Root.UserId, "root-app");
        var second = await iam.Get<BeginDeviceEnrolment>().RunAsync(
            enrolling.Caller, account.Root.UserId, "second", MfaDeviceKind.Virtual, IamScenario.Ct);
        var token = (await FinishAsync(iam, enrolling)).Ok();

        Assert.Equal(SignInErrors.MfaRequired, early.Error);
        Assert.Equal("AccessDenied", listing.Error?.Code);
        Assert.Equal("AccessDenied", creating.Error?.Code);
        Assert.Equal(PermissionErrors.MfaRequired, second.Error);
        var session = await iam.Get<ReadSession>().RunAsync(token, IamScenario.Ct);
        Assert.Equal((SessionKind.Console, true), (session!.Kind, session.IsMfa));
        Assert.Null(await iam.Get<ReadSession>().RunAsync(enrolling.Token, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task An_enrolment_session_lives_fifteen_minutes_and_its_sign_in_is_used_up(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        var pending = await iam.PendingAsync(account.Root);
        var begin = iam.Get<BeginMfaRegistration>();

        var answers = await Simultaneously.RunAsync(
            8, _ => begin.RunAsync(pending, IamScenario.Browser, IamScenario.Client, IamScenario.Ct));
        iam.Clock.Advance(TimeSpan.FromMinutes(15));

        var token = Assert.Single(answers, a => a.Succeeded).Value;
        Assert.Null(await iam.Get<ReadSession>().RunAsync(token, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task Registering_a_device_is_no_way_around_a_password_that_must_be_changed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var account = await iam.AccountWithRootAsync();
        await using (var db = await iam.OpenAsync())
            await db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, true), IamScenario.Ct);
        var begun = (await iam.TypePasswordAsync(account.Root.Credentials)).Ok();

        var early = await iam.Get<BeginMfaRegistration>().RunAsync(
            begun.PendingToken, IamScenario.Browser, IamScenario.Client, IamScenario.Ct);
        var changed = await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            begun.PendingToken, IamScenario.Browser, "a new long password", IamScenario.Client, IamScenario.Ct);

        Assert.Equal(SignInNext.ChangePassword, begun.Step.Next);
        Assert.Equal(SignInErrors.PendingEnded, early.Error);
        Assert.Equal(SignInNext.RegisterMfa, changed.Ok().Next);
    }

    private static async Task<SignedIn> EnrolAsync(IamScenario iam, Person root)
    {
        var token = await iam.Get<BeginMfaRegistration>().RunAsync(
            await iam.PendingAsync(root), IamScenario.Browser, IamScenario.Client, IamScenario.Ct);
        return new SignedIn(root.UserId, token.Ok());
    }

    private static Task<IamConsole.Core.Result<string>> FinishAsync(IamScenario iam, SignedIn session) =>
        iam.Get<FinishMfaRegistration>().RunAsync(session.Caller, session.UserId, IamScenario.Ct);
}
