using IamConsole.Core.Attestation;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.6: for each step a statement that is valid but for it.</summary>
public sealed class FidoU2fTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.FidoU2f);

    [Theory]
    [InlineData("sig")]
    [InlineData("x5c")]
    public void Step_1_refuses_a_missing_member(string name)
    {
        _key.BendStatement = members => members.Remove(name);
        _key.IsRefused("attestation.fido-u2f.syntax");
    }

    [Fact]
    public void Step_1_refuses_another_member()
    {
        _key.BendStatement = members => members["alg"] = -7;
        _key.IsRefused("attestation.fido-u2f.syntax");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Step_2_refuses_none_and_several_certificates(int count)
    {
        _key.BendCertificates = path => [.. Enumerable.Repeat(path[0], count)];
        _key.IsRefused("attestation.fido-u2f.certificates");
    }

    [Theory]
    [InlineData(CoseAlgorithm.Es384)]
    [InlineData(CoseAlgorithm.Rs256)]
    [InlineData(CoseAlgorithm.EdDsa)]
    public void Step_2_refuses_a_certificate_with_a_key_that_is_not_on_P_256(CoseAlgorithm algorithm) =>
        new SoftwareAuthenticator(AttestationKind.FidoU2f, attestation: algorithm).IsRefused("attestation.fido-u2f.certificate-key");

    [Theory]
    [InlineData(CoseAlgorithm.Es384)]
    [InlineData(CoseAlgorithm.EdDsa)]
    public void Step_4_refuses_a_credential_that_is_not_on_P_256(CoseAlgorithm algorithm) =>
        new SoftwareAuthenticator(AttestationKind.FidoU2f, algorithm).IsRefused("attestation.fido-u2f.credential-key");

    [Fact]
    public void Step_5_refuses_a_signature_over_another_credential()
    {
        _key.CredentialKey = _ => SoftwareKey.Create(CoseAlgorithm.Es256).Cose();
        _key.IsRefused("attestation.fido-u2f.signature");
    }

    [Fact]
    public void Step_6_refuses_another_signature()
    {
        _key.BendSignature = AttestationCase.Other;
        _key.IsRefused("attestation.fido-u2f.signature");
    }

    [Fact]
    public void An_AAGUID_that_nobody_signed_verifies_and_is_not_reported()
    {
        _key.Aaguid = AttestationCase.OtherModel;

        Assert.Equal(Guid.Empty, _key.Verdict().Aaguid);
        Assert.Equal(Guid.Empty, AttestationSubject.Read(AttestationObject.Read(_key.Attest(AttestationCase.ClientDataHash)).Value!).Aaguid);
    }
}
