using System.Security.Cryptography;
using System.Text.Json;
using IamConsole.Core.Attestation;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>Statements of authenticators in the field; the file names where each was published.</summary>
public sealed class FieldTests
{
    private static readonly DateTimeOffset AppleDay = new(2020, 10, 7, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Apple, Touch ID, 2020", AttestationType.AnonymizationCa, null)]
    [InlineData("TrustKey T110", AttestationType.Basic, null)]
    [InlineData("Yubico U2F", AttestationType.Basic, null)]

    [InlineData("FIDO conformance tool, TPM", AttestationType.AttestationCa, "attestation.trust.key-identifier")]
    [InlineData("FIDO conformance tool, Android", AttestationType.Basic, "attestation.trust.key-identifier")]
    public void Verifies_and_judges_by_the_last_certificate_as_anchor(string name, AttestationType type, string? distrust)
    {
        var (attestation, hash) = Statement(name);
        var now = type == AttestationType.AnonymizationCa ? AppleDay : CertificateForge.Now;
        var unknown = AttestationVerifier.Verify(attestation, hash, [], now);
        Assert.Null(unknown.Error);
        using var certificate = SoftwareAuthority.Load(unknown.Value!.TrustPath[^1].ToArray());

        var verdict = AttestationVerifier.Verify(attestation, hash, [certificate], now).Value!;

        Assert.Equal((type, distrust), (verdict.Type, verdict.Distrust?.Code));
    }

    [Fact]
    public void Reads_what_a_U2F_certificate_of_the_field_says()
    {
        var (attestation, hash) = Statement("Yubico U2F");

        var facts = AttestationVerifier.Verify(attestation, hash, [], CertificateForge.Now).Value!.Certificate!;

        Assert.Equal("C=SE, O=Yubico AB, OU=Authenticator Attestation, CN=Yubico U2F EE Serial 1955003842", facts.Subject);
        Assert.Equal(CertificateTransports.Usb, facts.Transports);
        Assert.Equal(new Guid("f8a011f3-8c0a-4d15-8006-17111f9edc7d"), facts.Aaguid);
    }

    [Fact]
    public void Apples_certificates_last_a_day_only()
    {
        var (attestation, hash) = Statement("Apple, Touch ID, 2020");
        using var anchor = SoftwareAuthority.Load(AttestationVerifier.Verify(attestation, hash, [], AppleDay).Value!.TrustPath[1].ToArray());

        Assert.Equal("attestation.trust.expired", AttestationVerifier.Verify(attestation, hash, [anchor], AppleDay.AddDays(2)).Value!.Distrust?.Code);
    }

    private static (AttestationObject Attestation, byte[] Hash) Statement(string name)
    {
        using var stream = typeof(FieldTests).Assembly.GetManifestResourceStream("Attestation/field-statements.json")!;
        var statement = JsonSerializer.Deserialize<JsonElement>(stream).GetProperty("statements").EnumerateArray()
            .Single(s => s.GetProperty("name").GetString() == name);
        byte[] Hex(string member) => Convert.FromHexString(statement.GetProperty(member).GetString()!);
        return (AttestationObject.Read(Hex("attestationObject")).Value!, SHA256.HashData(Hex("clientDataJSON")));
    }
}
