using IamConsole.Core.AccountOpening;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.SignIn;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Notices;

/// <summary>Security bar T44: any change of a factor, of whatever kind and by whomever, is a notice, a mail and a row of the trail.</summary>
public sealed class EveryFactorChangeTests
{
    [Theory, BothDatabases]
    public async Task T44_a_device_of_each_kind_by_an_administrator_and_by_oneself(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        var own = await iam.SignInAsync(alice);
        var token = await iam.TokenInStockAsync(account.Partition, "T1");
        var app = await iam.AssignAppAsync(own, alice.UserId, "app");
        await iam.AssignTokenAsync(root, alice.UserId, "T1", token, "token");
        var key = await iam.RegisterKeyAsync(root, alice.UserId, "key", [1, 2, 3]);
        (await iam.Get<RenameMfaDevice>().RunAsync(root.Caller, alice.UserId, key.Id, "old-key", IamScenario.Ct)).Ok();
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        (await iam.Get<ResyncMfaDevice>().RunAsync(root.Caller, alice.UserId, token.DeviceId, token.LastTwoCodes(), IamScenario.Ct)).Ok();
        foreach (var id in new[] { app.DeviceId, token.DeviceId, key.Id })
            (await iam.Get<RemoveMfaDevice>().RunAsync(root.Caller, alice.UserId, id, IamScenario.Ct)).Ok();

        await AssertToldAsync(iam, alice, "EnableMFADevice",
            ("The MFA device app was assigned by alice.", app.DeviceId), ("The MFA device token was assigned by root.", token.DeviceId),
            ("The MFA device key was assigned by root.", key.Id));
        await AssertToldAsync(iam, alice, "RenameMFADevice", ("The MFA device key was renamed to old-key by root.", key.Id));
        await AssertToldAsync(iam, alice, "ResyncMFADevice", ("The MFA device token was resynchronized by root.", token.DeviceId));
        await AssertToldAsync(iam, alice, "DeactivateMFADevice",
            ("The MFA device app was removed by root.", app.DeviceId), ("The MFA device token was removed by root.", token.DeviceId),
            ("The MFA device old-key was removed by root.", key.Id));
    }

    [Theory, BothDatabases]
    public async Task T44_a_device_assigned_inside_the_sign_in(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        await iam.RequireMfaAsync(root, graceDays: 0);
        var begun = (await iam.TypePasswordAsync(alice.Credentials)).Ok();
        var session = (await iam.Get<BeginMfaRegistration>().RunAsync(begun.PendingToken, IamScenario.Browser, IamScenario.Client, IamScenario.Ct)).Ok();
        var app = await iam.AssignAppAsync(new SignedIn(alice.UserId, session), alice.UserId, "first");

        await AssertToldAsync(iam, alice, "EnableMFADevice", ("The MFA device first was assigned by alice.", app.DeviceId));
    }

    [Theory, BothDatabases]
    public async Task T44_devices_and_password_by_the_operators_command(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        await iam.AssignAppAsync(root, alice.UserId, "app");

        (await iam.Get<RecoverUser>().RunAsync(account.Id, "alice", "correct horse printed once", IamScenario.Ct)).Ok();

        const string text = "The operator of this console removed your MFA devices and set a new password.";
        var mail = await iam.MailAsync(text);
        Assert.Equal((alice.UserId, "alice@example.com", MailState.Waiting), (mail.UserId, mail.Recipient, mail.State));
        Assert.Equal(text, await iam.ReadAsync(db => db.Notices.Where(n => n.Id == mail.Id).Select(n => n.Text).SingleAsync(IamScenario.Ct)));
        var row = Assert.Single(await iam.TrailAsync(), e => e.EventName == "RecoverUser");
        Assert.Equal(("operator", true, account.Id), (row.ActorName, row.Succeeded, row.AccountId));
        Assert.Contains("alice", row.Details, StringComparison.Ordinal);
        Assert.Contains("mfa/app", row.Details, StringComparison.Ordinal);
    }

    private static async Task AssertToldAsync(IamScenario iam, Person person, string eventName, params (string Text, string DeviceId)[] changes)
    {
        var rows = (await iam.TrailAsync()).Where(e => e.Succeeded && e.EventName == eventName).ToList();
        Assert.Equal(changes.Select(c => c.DeviceId), rows.Select(r => r.DeviceId));
        foreach (var (text, _) in changes)
        {
            var mail = await iam.MailAsync(text);
            Assert.Equal((person.UserId, $"{person.Name}@example.com", MailState.Waiting), (mail.UserId, mail.Recipient, mail.State));
            Assert.True(await iam.ReadAsync(db => db.Notices.AnyAsync(n => n.Id == mail.Id && n.Text == text, IamScenario.Ct)));
        }
    }
}
