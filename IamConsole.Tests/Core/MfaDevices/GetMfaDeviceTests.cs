using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
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
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = new CertificateRequest("CN=Batch 7, O=Maker, C=SE", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(80)).RawData;

        Assert.Equal(["CN=Batch 7, O=Maker, C=SE"], StatementCertificates.Subjects(Packed(key, certificate, [1, 2, 3])));
        Assert.Empty(StatementCertificates.Subjects([4]));
        Assert.Empty(StatementCertificates.Subjects(null));
    }

    private static byte[] Packed(ECDsa key, params byte[][] certificates)
    {
        var point = key.ExportParameters(false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (label, value) in new (int, int)[] { (1, 2), (3, -7), (-1, 1) }) { cose.WriteInt32(label); cose.WriteInt32(value); }
        foreach (var (label, value) in new (int, byte[])[] { (-2, point.X!), (-3, point.Y!) }) { cose.WriteInt32(label); cose.WriteByteString(value); }
        cose.WriteEndMap();
        byte[] data = [.. new byte[32], 0x41, 0, 0, 0, 1, .. new byte[16], 0, 1, 7, .. cose.Encode()];
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("packed");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(1);
        writer.WriteTextString("x5c");
        writer.WriteStartArray(certificates.Length);
        foreach (var certificate in certificates) writer.WriteByteString(certificate);
        writer.WriteEndArray();
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString(data);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
