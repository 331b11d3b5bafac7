using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Notices;

/// <summary>Security test T44, ASVS 6.3.7: each change of a device or password is told, on the screen and by mail, by whom and from where.</summary>
public sealed class EveryChangeIsToldTests
{
    [Theory, BothDatabases]
    public async Task A_device_assigned_renamed_resynchronized_and_removed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        var app = await iam.AssignAppAsync(root, alice.UserId, "phone");
        (await iam.Get<RenameMfaDevice>().RunAsync(root.Caller, alice.UserId, app.DeviceId, "old-phone", IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        (await iam.Get<ResyncMfaDevice>().RunAsync(root.Caller, alice.UserId, app.DeviceId, app.LastTwoCodes(), IamScenario.Ct)).Ok();
        (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, alice.UserId, app.DeviceId, IamScenario.Ct)).Ok();

        foreach (var text in new[]
                 {
                     "The MFA device phone was assigned by root.", "The MFA device phone was renamed to old-phone by root.",
                     "The MFA device old-phone was resynchronized by root.", "The MFA device old-phone was removed by root.",
                 })
            await AssertToldAsync(iam, alice, text);
    }

    [Theory, BothDatabases]
    public async Task A_device_resynchronized_at_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        var app = await iam.AssignAppAsync(root, alice.UserId, "phone");
        iam.Clock.Advance(TimeSpan.FromMinutes(2));

        (await iam.Get<ProveFactor>().WithTwoCodesAsync(
            await iam.PendingAsync(alice), IamScenario.Browser, app.LastTwoCodes(), IamScenario.Client, IamScenario.Ct)).Ok();

        await AssertToldAsync(iam, alice, "The MFA device phone was resynchronized at sign-in.");
    }

    [Theory, BothDatabases]
    public async Task A_device_disabled_by_guessing_at_the_resync_of_a_session(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        var app = await iam.AssignAppAsync(root, alice.UserId, "phone");
        await using (var db = await iam.OpenAsync())
            await db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.FailedChecks, MfaLimits.FailuresThatDisable - 1), IamScenario.Ct);
        iam.Clock.Advance(TimeSpan.FromMinutes(3));

        var answer = await iam.Get<ResyncMfaDevice>().RunAsync(
            root.Caller, alice.UserId, app.DeviceId, new TwoCodes(app.WrongCode(), iam.Now, app.Code(), iam.Now), IamScenario.Ct);

        Assert.False(answer.Succeeded);
        await AssertToldAsync(iam, alice, "The MFA device phone was disabled after 100 wrong codes.");
        Assert.Contains(await iam.TrailAsync(), e => e.EventName == "MfaDeviceDisabled" && e.DeviceId == app.DeviceId);
    }

    [Theory, BothDatabases]
    public async Task A_password_changed_by_oneself_by_an_administrator_and_at_sign_in_and_removed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        var session = await iam.SignInAsync(alice);
        (await iam.Get<ChangePassword>().RunAsync(
            session.Caller, alice.UserId, IamScenario.Password, "a second long password", IamScenario.Ct)).Ok();
        (await iam.Get<SetConsolePassword>().RunAsync(root.Caller, alice.UserId, "a third long password", mustChange: true, IamScenario.Ct)).Ok();
        var pending = await iam.PendingAsync(alice with { Password = "a third long password" });
        (await iam.Get<ChangePasswordAtSignIn>().RunAsync(
            pending, IamScenario.Browser, "a fourth long password", IamScenario.Client, IamScenario.Ct)).Ok();
        (await iam.Get<SetConsolePassword>().RemoveAsync(root.Caller, alice.UserId, IamScenario.Ct)).Ok();

        foreach (var text in new[]
                 {
                     "Your console password was changed by alice.", "Your console password was changed by root.",
                     "Your console password was changed at sign-in.", "Your console password was removed by root.",
                 })
            await AssertToldAsync(iam, alice, text);
    }

    [Theory, BothDatabases]
    public async Task A_refused_change_tells_nobody(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        var app = await iam.AssignAppAsync(root, alice.UserId, "phone");
        await iam.AssignAppAsync(root, root.UserId, "taken");
        var before = (await iam.OutboxAsync()).Count;

        var refused = await iam.Get<RenameMfaDevice>().RunAsync(root.Caller, alice.UserId, app.DeviceId, "taken", IamScenario.Ct);

        Assert.Equal(MfaDeviceErrors.NameTaken, refused.Error);
        Assert.Equal(before, (await iam.OutboxAsync()).Count);
    }

    private static async Task AssertToldAsync(IamScenario iam, Person person, string text)
    {
        var mail = await iam.MailAsync(text);
        Assert.Equal((person.UserId, $"{person.Name}@example.com", MailState.Waiting, IamScenario.Client.Address),
            (mail.UserId, mail.Recipient, mail.State, mail.ClientAddress));
        var notice = await iam.ReadAsync(db => db.Notices.SingleAsync(n => n.Id == mail.Id));
        Assert.Equal((mail.Text, mail.At, IamScenario.Client.Address), (notice.Text, notice.At, notice.Address));
    }
}
