using IamConsole.Core.Attestation;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.MfaDevices;

/// <summary>One device with everything that is known of it.</summary>
public sealed class GetMfaDeviceTests
{
    [Theory, BothDatabases]
    public async Task A_key_shows_what_was_captured_and_its_counter_of_today(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var device = await iam.RegisterKeyAsync(root, alice.UserId, "desk-key", [1]);
        await iam.ReadAsync(db => db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.IsModelProven, true)
            .SetProperty(d => d.Certifications, """{"FIDO":"L1","FIDO-FIPS-140-2":"L2"}""").SetProperty(d => d.ModelStatus, "REVOKED")));

        var read = (await iam.Get<GetMfaDevice>().RunAsync(root.Caller, alice.UserId, device.Id, IamScenario.Ct)).Ok();

        Assert.Equal("L2", read.Device.Certifications["FIDO-FIPS-140-2"]);
        Assert.Equal(("REVOKED", 1u, true), (read.Device.ModelStatus, read.Key!.SignCount, read.Key.WasUserVerified));
        Assert.Empty(read.Key.CertificateSubjects);
        Assert.Null(read.Code);
    }

    [Theory, BothDatabases]
    public async Task An_app_shows_its_codes_and_a_certification_without_proof_is_shown_to_nobody(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var alice = await iam.UserAsync(account, root, "alice");
        var app = await iam.AssignAppAsync(root, alice.UserId, "app");
        var key = await iam.RegisterKeyAsync(root, alice.UserId, "key", [1]);
        await iam.ReadAsync(db => db.MfaDevices.ExecuteUpdateAsync(s => s.SetProperty(d => d.Certifications, """{"FIDO":"L1"}""")));
        var get = iam.Get<GetMfaDevice>();

        var code = (await get.RunAsync(root.Caller, alice.UserId, app.DeviceId!, IamScenario.Ct)).Ok();

        Assert.Equal(6, code.Code!.Profile.Digits);
        Assert.Null(code.Key);
        Assert.Empty((await get.RunAsync(root.Caller, alice.UserId, key.Id, IamScenario.Ct)).Ok().Device.Certifications);
    }

    [Theory, BothDatabases]
    public async Task Beside_the_certifications_of_the_registration_stand_those_of_today(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        using var authority = new MetadataAuthority(iam.Now);
        var (_, root) = await iam.SignedInRootAsync();
        var device = await iam.RegisterKeyAsync(root, root.UserId, "key", [1]);
        await iam.ProveModelAsync(root.UserId, TestEntries.Aaguid(2).ToString());
        var get = iam.Get<GetMfaDevice>();

        var before = (await get.RunAsync(root.Caller, root.UserId, device.Id, IamScenario.Ct)).Ok();
        (await iam.LoadMetadataAsync(authority, b => b.With(TestEntries.Fido2(2, "Beta", TestEntries.Report("FIDO_CERTIFIED_L2", "2020-01-01"))))).Ok();
        var after = (await get.RunAsync(root.Caller, root.UserId, device.Id, IamScenario.Ct)).Ok();

        Assert.Null(before.Key!.CertificationsToday);
        Assert.Equal("L2", after.Key!.CertificationsToday!["FIDO"]);
        Assert.Empty(after.Device.Certifications);
    }

    [Theory, BothDatabases]
    public async Task A_device_is_found_at_its_user_alone_and_by_who_may_read_it(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var (alice, bob) = (await iam.UserAsync(account, root, "alice"), await iam.UserAsync(account, root, "bob"));
        var device = await iam.RegisterKeyAsync(root, alice.UserId, "key", [1]);
        var session = await iam.SignInAsync(bob);
        var get = iam.Get<GetMfaDevice>();

        Assert.Equal(MfaDeviceErrors.NoSuchDevice, (await get.RunAsync(root.Caller, bob.UserId, device.Id, IamScenario.Ct)).Error);
        Assert.Equal(PermissionErrors.AccessDeniedCode, (await get.RunAsync(session.Caller, alice.UserId, device.Id, IamScenario.Ct)).Error?.Code);
        Assert.Equal(MfaDeviceErrors.NoSuchDevice, (await get.RunAsync(session.Caller, bob.UserId, device.Id, IamScenario.Ct)).Error);
    }

    [Fact]
    public void The_certificates_of_a_statement_are_named_and_what_is_none_is_not()
    {
        var authenticator = new SoftwareAuthenticator(AttestationKind.Packed) { BendCertificates = certificates => [.. certificates, [1, 2, 3]] };

        var subjects = AttestationSubject.Read(AttestationObject.Read(authenticator.Attest(new byte[32])).Value!).CertificateSubjects;

        Assert.Equal(2, subjects.Count);
        Assert.Contains("CN=Software Authenticator", subjects[0], StringComparison.Ordinal);
        Assert.Contains("CN=Attestation Authority 1", subjects[1], StringComparison.Ordinal);
    }
}
