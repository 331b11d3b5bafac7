using System.Security.Cryptography;
using IamConsole.Core.Attestation;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

public sealed class FormatTests
{
    public static TheoryData<CoseAlgorithm> Algorithms =>
        [CoseAlgorithm.Es256, CoseAlgorithm.Es384, CoseAlgorithm.Es512, CoseAlgorithm.EdDsa, CoseAlgorithm.Rs256, CoseAlgorithm.Rs384, CoseAlgorithm.Rs512,
            CoseAlgorithm.Ps256, CoseAlgorithm.Ps384, CoseAlgorithm.Ps512];

    [Theory]
    [InlineData(AttestationKind.Packed, AttestationType.Basic)]
    [InlineData(AttestationKind.FidoU2f, AttestationType.Basic)]
    [InlineData(AttestationKind.Tpm, AttestationType.AttestationCa)]
    [InlineData(AttestationKind.AndroidKey, AttestationType.Basic)]
    [InlineData(AttestationKind.Apple, AttestationType.AnonymizationCa)]
    [InlineData(AttestationKind.Compound, AttestationType.Basic)]
    public void Verifies_and_trusts_a_statement_of_each_format_with_certificates(AttestationKind kind, AttestationType type)
    {
        var authenticator = new SoftwareAuthenticator(kind);

        var verdict = authenticator.Verdict();

        Assert.Equal((type, authenticator.Format, true), (verdict.Type, verdict.Format, verdict.IsTrusted));
        Assert.Equal(kind == AttestationKind.FidoU2f ? 1 : 2, verdict.TrustPath.Count);
        Assert.Equal(authenticator.Aaguid, verdict.Aaguid);
        Assert.Equal(verdict.TrustPath.Count, verdict.KeyIdentifiers.Count);
        Assert.NotNull(verdict.Certificate);
    }

    [Theory]
    [InlineData(AttestationKind.None, AttestationType.None, "attestation.trust.none")]
    [InlineData(AttestationKind.PackedSelf, AttestationType.Self, "attestation.trust.self")]
    public void Verifies_none_and_self_and_trusts_neither(AttestationKind kind, AttestationType type, string distrust)
    {
        var verdict = new SoftwareAuthenticator(kind).Verdict(SoftwareAuthority.Shared.Anchors);

        Assert.Equal((type, distrust), (verdict.Type, verdict.Distrust?.Code));
        Assert.Empty(verdict.TrustPath);
        Assert.Empty(verdict.KeyIdentifiers);
        Assert.Null(verdict.Certificate);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Packed_works_with_attestation_keys_of_every_algorithm(CoseAlgorithm algorithm) =>
        new SoftwareAuthenticator(AttestationKind.Packed, attestation: algorithm).IsTrusted();

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Self_attestation_works_with_credentials_of_every_algorithm(CoseAlgorithm algorithm) =>
        Assert.Equal(AttestationType.Self, new SoftwareAuthenticator(AttestationKind.PackedSelf, algorithm).Verdict().Type);

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Apple_and_Android_compare_keys_of_every_algorithm(CoseAlgorithm algorithm)
    {
        new SoftwareAuthenticator(AttestationKind.Apple, algorithm).IsTrusted();
        new SoftwareAuthenticator(AttestationKind.AndroidKey, algorithm).IsTrusted();
    }

    [Theory]
    [InlineData(CoseAlgorithm.Es256, CoseAlgorithm.Rs256)]
    [InlineData(CoseAlgorithm.Es384, CoseAlgorithm.Es384)]
    [InlineData(CoseAlgorithm.Es512, CoseAlgorithm.Es256)]
    [InlineData(CoseAlgorithm.Rs256, CoseAlgorithm.Rs256)]
    [InlineData(CoseAlgorithm.Ps256, CoseAlgorithm.Ps256)]
    [InlineData(CoseAlgorithm.Rs256, CoseAlgorithm.Rs1)]
    public void Tpm_works_with_RSA_and_elliptic_curves(CoseAlgorithm credential, CoseAlgorithm attestation) =>
        new SoftwareAuthenticator(AttestationKind.Tpm, credential, attestation).IsTrusted();

    [Fact]
    public void Reads_what_the_certificate_says()
    {
        var authenticator = new SoftwareAuthenticator(AttestationKind.Packed);
        authenticator.Certificate.Replace(ForgedExtension.OfTransports(0b0011_0000, unused: 4));

        var facts = authenticator.Verdict().Certificate!;

        Assert.Equal("C=SE, O=Example, OU=Authenticator Attestation, CN=Software Authenticator", facts.Subject);
        Assert.StartsWith("O=Example, CN=Attestation Authority 1", facts.Issuer, StringComparison.Ordinal);
        Assert.Equal(32, facts.SerialNumber.Length);
        Assert.Equal((authenticator.Certificate.NotBefore, authenticator.Certificate.NotAfter), (facts.NotBefore, facts.NotAfter));
        Assert.Equal(authenticator.Aaguid, facts.Aaguid);
        Assert.Equal(CertificateTransports.Usb | CertificateTransports.Nfc, facts.Transports);
    }

    [Fact]
    public void Key_identifiers_are_those_of_FIDO_metadata()
    {
        var authenticator = new SoftwareAuthenticator(AttestationKind.FidoU2f);
        var point = authenticator.AttestationKey.Point!.Value;

        var verdict = authenticator.Verdict();

        var identifier = CryptographicOperations.HashData(HashAlgorithmName.SHA1, [0x04, .. point.X!, .. point.Y!]);
        Assert.Equal(Convert.ToHexStringLower(identifier), Assert.Single(verdict.KeyIdentifiers));
    }

    [Fact]
    public void The_subject_is_known_before_anything_is_verified()
    {
        var authenticator = new SoftwareAuthenticator(AttestationKind.Packed);
        var attestation = AttestationObject.Read(authenticator.Attest(AttestationCase.ClientDataHash)).Value!;

        var subject = AttestationSubject.Read(attestation);

        Assert.Equal(("packed", authenticator.Aaguid), (subject.Format, subject.Aaguid));
        Assert.Equal(authenticator.Verdict().KeyIdentifiers.Count, subject.KeyIdentifiers.Count);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void The_authenticator_signs_assertions_that_verify(CoseAlgorithm algorithm)
    {
        var authenticator = new SoftwareAuthenticator(AttestationKind.None, algorithm);
        using var key = CoseKey.Read(authenticator.Credential.Cose()).Value!;

        var (data, signature) = authenticator.Assert(AttestationCase.ClientDataHash);

        Assert.True(key.Verify([.. data, .. AttestationCase.ClientDataHash], signature));
        Assert.True(AuthenticatorData.Read(data).Succeeded);
    }
}
