using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.8: for each step a statement that is valid but for it.</summary>
public sealed class AppleTests
{
    private readonly SoftwareAuthenticator _phone = new(AttestationKind.Apple);

    [Fact]
    public void Step_1_refuses_a_missing_and_another_member()
    {
        _phone.BendStatement = members => members.Remove("x5c");
        _phone.IsRefused("attestation.apple.syntax");
        _phone.Certificate.Without(ForgedExtension.AppleNonce);
        _phone.BendStatement = members => members["sig"] = new byte[8];
        _phone.IsRefused("attestation.apple.syntax");
    }

    [Fact]
    public void Step_1_refuses_no_certificate()
    {
        _phone.BendCertificates = _ => [];
        _phone.IsRefused("attestation.apple.certificates");
    }

    [Fact]
    public void Step_4_refuses_another_nonce()
    {
        _phone.BendSigned = AttestationCase.Other;
        _phone.IsRefused("attestation.apple.nonce");
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x04, 0x00 })]
    [InlineData(new byte[] { 0x30, 0x04, 0xa2, 0x02, 0x04, 0x00 })]
    [InlineData(new byte[] { 0x30, 0x06, 0xa1, 0x02, 0x04, 0x00, 0x05, 0x00 })]
    public void Step_4_refuses_a_malformed_nonce(byte[] value)
    {
        var packed = new SoftwareAuthenticator(AttestationKind.Packed) { FormatOverride = "apple" };
        packed.Certificate.Extensions.Add(new(ForgedExtension.AppleNonce, value));
        packed.BendStatement = OnlyCertificates;
        packed.IsRefused("attestation.apple.nonce-extension");
    }

    [Fact]
    public void Step_4_refuses_a_certificate_without_nonce()
    {
        var packed = new SoftwareAuthenticator(AttestationKind.Packed) { FormatOverride = "apple", BendStatement = OnlyCertificates };
        packed.IsRefused("attestation.apple.nonce-extension");
    }

    [Fact]
    public void Step_5_refuses_a_certificate_for_another_key()
    {
        _phone.AttestationKey = SoftwareKey.Create(CoseAlgorithm.Es256);
        _phone.IsRefused("attestation.apple.key");
    }

    private static void OnlyCertificates(Dictionary<string, object> members)
    {
        members.Remove("alg");
        members.Remove("sig");
    }
}
