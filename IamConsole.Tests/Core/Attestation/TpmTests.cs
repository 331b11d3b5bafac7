using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.3: for each step a statement that is valid but for it.</summary>
public sealed class TpmTests
{
    private readonly SoftwareAuthenticator _tpm = new(AttestationKind.Tpm);
    private readonly SoftwareAuthenticator _rsa = new(AttestationKind.Tpm, CoseAlgorithm.Rs256);

    [Theory]
    [InlineData("ver")]
    [InlineData("alg")]
    [InlineData("x5c")]
    [InlineData("sig")]
    [InlineData("certInfo")]
    [InlineData("pubArea")]
    public void Step_1_refuses_a_missing_member(string name)
    {
        _tpm.BendStatement = members => members.Remove(name);
        _tpm.IsRefused("attestation.tpm.syntax");
    }

    [Theory]
    [InlineData("ver")]
    [InlineData("certInfo")]
    [InlineData("pubArea")]
    public void Step_1_refuses_a_member_of_another_type(string name)
    {
        _tpm.BendStatement = members => members[name] = 2;
        _tpm.IsRefused("attestation.tpm.syntax");
    }

    [Fact]
    public void Step_1_refuses_another_member()
    {
        _tpm.BendStatement = members => members["ecdaaKeyId"] = new byte[4];
        _tpm.IsRefused("attestation.tpm.syntax");
    }

    [Fact]
    public void Step_1_refuses_another_version()
    {
        _tpm.BendStatement = members => members["ver"] = "1.2";
        _tpm.IsRefused("attestation.tpm.ver");
    }

    [Fact]
    public void Step_2_refuses_another_key_than_the_credentials()
    {
        _tpm.CredentialKey = _ => SoftwareKey.Create(CoseAlgorithm.Es256).Cose();
        _tpm.IsRefused("attestation.tpm.key");
        _rsa.CredentialKey = _ => SoftwareKey.Create(CoseAlgorithm.Rs256, "other").Cose();
        _rsa.IsRefused("attestation.tpm.key");
    }

    [Fact]
    public void Step_2_refuses_another_curve_and_another_exponent()
    {
        _tpm.Tpm.Curve = 4;
        _tpm.IsRefused("attestation.tpm.key");
        _rsa.Tpm.Exponent = 3;
        _rsa.IsRefused("attestation.tpm.key");
    }

    [Fact]
    public void Step_2_refuses_a_key_of_another_type()
    {
        _tpm.CredentialKey = _ => SoftwareKey.Create(CoseAlgorithm.Rs256).Cose();
        _tpm.IsRefused("attestation.tpm.key");
        _rsa.CredentialKey = _ => SoftwareKey.Create(CoseAlgorithm.EdDsa).Cose();
        _rsa.IsRefused("attestation.tpm.key");
    }

    [Fact]
    public void Step_4_1_refuses_no_certificate()
    {
        _tpm.BendCertificates = _ => [];
        _tpm.IsRefused("attestation.tpm.certificates");
    }

    [Fact]
    public void Step_4_3_refuses_the_certificate_of_another_model()
    {
        _tpm.Certificate.Replace(ForgedExtension.OfAaguid(AttestationCase.OtherModel));
        _tpm.IsRefused("attestation.tpm.aaguid");
    }

    [Fact]
    public void Step_4_4_refuses_another_signature()
    {
        _tpm.BendSignature = AttestationCase.Other;
        _tpm.IsRefused("attestation.tpm.signature");
    }

    [Fact]
    public void Step_4_4_refuses_an_algorithm_that_does_not_fit_the_certificate()
    {
        _tpm.StatedAlgorithm = (int)CoseAlgorithm.Rs256;
        _tpm.IsRefused("attestation.tpm.algorithm");
    }

    [Theory]
    [InlineData(CoseAlgorithm.Es256)]
    [InlineData(CoseAlgorithm.Rs256)]
    public void Step_4_4_reads_a_signature_in_the_TPMs_own_structure(CoseAlgorithm algorithm)
    {
        var tpm = new SoftwareAuthenticator(AttestationKind.Tpm, attestation: algorithm);
        tpm.BendSignature = signature => TpmForge.Wrap(tpm.AttestationKey, signature);
        tpm.IsTrusted();
    }

    [Fact]
    public void Step_5_1_refuses_what_no_TPM_generated()
    {
        _tpm.Tpm.Magic = 0xff544348;
        _tpm.IsRefused("attestation.tpm.magic");
    }

    [Fact]
    public void Step_5_2_refuses_another_type()
    {
        _tpm.Tpm.Type = 0x8018;
        _tpm.IsRefused("attestation.tpm.type");
    }

    [Fact]
    public void Step_5_3_refuses_other_extra_data()
    {
        _tpm.Tpm.BendExtraData = AttestationCase.Other;
        _tpm.IsRefused("attestation.tpm.extra-data");
    }

    [Fact]
    public void Step_5_4_refuses_another_name()
    {
        _tpm.Tpm.BendName = AttestationCase.Other;
        _tpm.IsRefused("attestation.tpm.name");
    }

    [Theory]
    [InlineData(0x0004)]
    [InlineData(0x000c)]
    [InlineData(0x000d)]
    public void Step_5_4_computes_the_name_with_the_hash_of_the_public_area(int algorithm)
    {
        _tpm.Tpm.NameAlgorithm = (ushort)algorithm;
        _tpm.IsTrusted();
    }

    [Fact]
    public void Step_5_4_refuses_a_name_by_an_unknown_hash()
    {
        _tpm.Tpm.NameAlgorithm = 0x0012;
        _tpm.IsRefused("attestation.tpm.name");
    }
}
