using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.2: for each step a statement that is valid but for it.</summary>
public sealed class PackedTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.Packed);
    private readonly SoftwareAuthenticator _self = new(AttestationKind.PackedSelf);

    [Theory]
    [InlineData("alg")]
    [InlineData("sig")]
    public void Step_1_refuses_a_missing_member(string name)
    {
        _key.BendStatement = members => members.Remove(name);
        _key.IsRefused("attestation.packed.syntax");
        _self.BendStatement = members => members.Remove(name);
        _self.IsRefused("attestation.packed.syntax");
    }

    [Theory]
    [InlineData("extra")]
    [InlineData("ver")]
    public void Step_1_refuses_a_member_that_does_not_belong_there(string name)
    {
        _key.BendStatement = members => members[name] = "2.0";
        _key.IsRefused("attestation.packed.syntax");
    }

    [Theory]
    [InlineData("alg")]
    [InlineData("sig")]
    [InlineData("x5c")]
    public void Step_1_refuses_a_member_of_another_type(string name)
    {
        _key.BendStatement = members => members[name] = "text";
        _key.IsRefused("attestation.packed.syntax");
    }

    [Fact]
    public void Step_1_refuses_a_list_instead_of_members()
    {
        var compound = new SoftwareAuthenticator(AttestationKind.Compound) { FormatOverride = "packed" };
        compound.IsRefused("attestation.packed.syntax");
    }

    [Fact]
    public void Step_1_refuses_ECDAA_by_name()
    {
        _key.BendStatement = members =>
        {
            members.Remove("x5c");
            members["ecdaaKeyId"] = new byte[32];
        };
        _key.IsRefused("attestation.packed.ecdaa");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void Step_1_refuses_no_certificate_and_too_many(int count)
    {
        _key.BendCertificates = path => [.. Enumerable.Repeat(path[0], count)];
        _key.IsRefused("attestation.packed.certificates");
    }

    [Theory]
    [InlineData(0)]
    [InlineData((16 * 1024) + 1)]
    public void Step_1_refuses_a_certificate_of_no_length_or_too_long(int length)
    {
        _key.BendCertificates = path => [path[0], new byte[length]];
        _key.IsRefused("attestation.packed.certificates");
    }

    [Fact]
    public void Step_2_1_refuses_another_signature()
    {
        _key.BendSigned = AttestationCase.Other;
        _key.IsRefused("attestation.packed.signature");
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x30, 0x80 })]
    public void Step_2_1_refuses_what_is_no_signature(byte[] signature)
    {
        _key.BendSignature = _ => signature;
        _key.IsRefused("attestation.packed.signature");
    }

    [Theory]
    [InlineData((int)CoseAlgorithm.Es384)]
    [InlineData((int)CoseAlgorithm.Rs256)]
    [InlineData((int)CoseAlgorithm.EdDsa)]
    [InlineData((int)CoseAlgorithm.Rs1)]
    [InlineData(0)]
    [InlineData(-9)]
    [InlineData(int.MinValue)]
    public void Step_2_1_refuses_an_algorithm_that_does_not_fit_the_certificate(int algorithm)
    {
        _key.StatedAlgorithm = algorithm;
        _key.IsRefused("attestation.packed.algorithm");
    }

    [Fact]
    public void Step_2_1_refuses_SHA_1() =>
        new SoftwareAuthenticator(AttestationKind.Packed, attestation: CoseAlgorithm.Rs1).IsRefused("attestation.packed.algorithm");

    [Fact]
    public void Step_2_3_refuses_the_certificate_of_another_model()
    {
        _key.Certificate.Replace(ForgedExtension.OfAaguid(AttestationCase.OtherModel));
        _key.IsRefused("attestation.packed.aaguid");
    }

    [Fact]
    public void Step_2_3_does_without_the_extension()
    {
        _key.Certificate.Without(ForgedExtension.Aaguid);
        _key.IsTrusted();
    }

    [Fact]
    public void Step_2_3_refuses_an_AAGUID_in_one_octet_string_only()
    {
        _key.Certificate.Replace(new(ForgedExtension.Aaguid, _key.Aaguid.ToByteArray(bigEndian: true)));
        _key.IsRefused("attestation.packed.aaguid-extension");
    }

    [Fact]
    public void Step_3_1_refuses_another_algorithm_than_the_credentials()
    {
        _self.StatedAlgorithm = (int)CoseAlgorithm.Rs256;
        _self.IsRefused("attestation.packed.self-algorithm");
    }

    [Fact]
    public void Step_3_2_refuses_another_signature()
    {
        _self.BendSigned = AttestationCase.Other;
        _self.IsRefused("attestation.packed.self-signature");
    }
}
