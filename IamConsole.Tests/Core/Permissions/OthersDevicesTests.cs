using System.Reflection;
using System.Text;
using System.Text.Json;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Security bar T32: an administrator and the devices of root and of other administrators.</summary>
public sealed class OthersDevicesTests
{
    [Theory, BothDatabases]
    public async Task T32_an_administrator_manages_a_peers_device_and_touches_nothing_of_roots(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var ofRoot = await iam.AssignAppAsync(root, root.UserId, "root-app");
        var peer = await iam.UserWithAuthenticatorAppAsync(account, await iam.SignInAsync(account.Root with { App = ofRoot }), "admin2", isAdministrator: true);
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, await iam.SignInAsync(account.Root with { App = ofRoot }), "admin"));
        iam.Clock.Advance(TimeSpan.FromMinutes(1));

        var refusals = await ChangeAllAsync(iam, admin, root.UserId, ofRoot);
        var trail = (await iam.TrailAsync()).Where(e => e.Reason == "AccessDenied" && e.ActorName == "admin").ToList();
        Assert.All(refusals, code => Assert.Equal(PermissionErrors.AccessDeniedCode, code));
        Assert.Equal(refusals.Length, trail.Count);
        Assert.Equal(
            ["ListMFADevices", "BeginMFADeviceEnrolment", "RenameMFADevice", "ResyncMFADevice", "DeactivateMFADevice"], trail.Select(e => e.EventName));
        Assert.All(trail, e => Assert.Equal($"arn:aws:iam::{account.Id}:root", e.Target));
        Assert.Equal(("root-app", null), await iam.ReadAsync(async db =>
            (await db.MfaDevices.Where(d => d.Id == ofRoot.DeviceId).Select(d => new ValueTuple<string, DateTimeOffset?>(d.Name, d.DisabledAt)).SingleAsync(IamScenario.Ct))));

        Assert.All(await ChangeAllAsync(iam, admin, peer.UserId, peer.App!), code => Assert.Null(code));
    }

    [Theory, BothDatabases]
    public async Task T32_nothing_that_an_administrator_can_read_holds_a_seed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root, alice) = await iam.AliceWithAuthenticatorAppAsync();
        var peer = await iam.UserWithAuthenticatorAppAsync(account, root, "admin2", isAdministrator: true);
        var admin = await iam.SignInAsync(await iam.AdministratorAsync(account, root, "admin"));
        var read = new StringBuilder();
        foreach (var person in new[] { alice, peer })
        {
            read.Append(JsonSerializer.Serialize((await iam.Get<ListMfaDevices>().RunAsync(admin.Caller, person.UserId, IamScenario.Ct)).Ok()));
            read.Append(JsonSerializer.Serialize((await iam.Get<GetUser>().RunAsync(admin.Caller, person.UserId, IamScenario.Ct)).Ok()));
        }

        read.Append(JsonSerializer.Serialize((await iam.Get<ListUsers>().RunAsync(admin.Caller, new UserQuery(), IamScenario.Ct)).Ok()));
        read.Append(JsonSerializer.Serialize(await iam.TrailAsync()));

        Assert.Contains("admin2-app", read.ToString(), StringComparison.Ordinal);
        foreach (var app in new[] { alice.App!, peer.App! })
            foreach (var seed in new[] { app.Secret.ToBase32(), Convert.ToHexString(app.Secret.Bytes.Span), Convert.ToBase64String(app.Secret.Bytes.Span) })
                Assert.DoesNotContain(seed, read.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void T32_no_operation_but_the_beginning_of_an_enrolment_answers_with_a_secret() =>
        Assert.Equal(
            ["BeginDeviceEnrolment.RunAsync"],
            UseCases.All.Where(m => Holds(m.ReturnType, typeof(TotpSecret), [])).Select(UseCases.NameOf));

    [Fact]
    public void T32_no_operation_answers_with_rows_as_they_are_stored() =>
        Assert.Empty(UseCases.All.Where(m => Holds(m.ReturnType, typeof(MfaDevice), []) || Holds(m.ReturnType, typeof(IamUser), [])).Select(UseCases.NameOf));

    // Whatever can be reached from an answer by its properties and type arguments.
    private static bool Holds(Type type, Type wanted, HashSet<Type> seen) =>
        type == wanted || (seen.Add(type) && (
            type.GetGenericArguments().Any(t => Holds(t, wanted, seen))
            || (type.GetElementType() is { } element && Holds(element, wanted, seen))
            || (type.Assembly == typeof(Gate).Assembly
                && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(p => Holds(p.PropertyType, wanted, seen)))));

    // In this order each is still possible for who may.
    private static async Task<string?[]> ChangeAllAsync(IamScenario iam, SignedIn by, string userId, Authenticator app)
    {
        var ct = IamScenario.Ct;
        return
        [
            (await iam.Get<ListMfaDevices>().RunAsync(by.Caller, userId, ct)).Error?.Code,
            (await iam.Get<BeginDeviceEnrolment>().RunAsync(by.Caller, userId, "another", MfaDeviceKind.Virtual, ct)).Error?.Code,
            (await iam.Get<RenameMfaDevice>().RunAsync(by.Caller, userId, app.DeviceId, "renamed", ct)).Error?.Code,
            (await iam.Get<ResyncMfaDevice>().RunAsync(by.Caller, userId, app.DeviceId, app.LastTwoCodes(), ct)).Error?.Code,
            (await iam.Get<RemoveMfaDevice>().RunAsync(by.Caller, userId, app.DeviceId, ct)).Error?.Code,
        ];
    }
}
