using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>A credential's key that is none, and other malformed parts, through a whole attestation object.</summary>
public sealed class CredentialKeyTests
{
    private readonly SoftwareAuthenticator _key = new(AttestationKind.Packed);

    [Fact]
    public void Refuses_a_point_that_is_not_on_its_curve()
    {
        _key.CredentialKey = key => AttestationCase.Other(key.Cose());
        _key.IsRefused("webauthn.invalid-key");
    }

    [Fact]
    public void Refuses_another_curve_than_the_algorithms()
    {
        _key.CredentialKey = key => key.Cose(curve: 2);
        _key.IsRefused("webauthn.curve");
    }

    [Theory]
    [InlineData(CoseAlgorithm.Rs256, "webauthn.key-type")]
    [InlineData(CoseAlgorithm.Es384, "webauthn.curve")]
    [InlineData(CoseAlgorithm.Rs1, "webauthn.unknown-algorithm")]
    [InlineData((CoseAlgorithm)(-47), "webauthn.unknown-algorithm")]
    public void Refuses_another_algorithm_than_the_keys(CoseAlgorithm algorithm, string code)
    {
        _key.CredentialKey = key => key.Cose(algorithm);
        _key.IsRefused(code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1024)]
    public void Refuses_a_credential_id_of_no_length_or_too_long(int length)
    {
        _key.CredentialId = new byte[length];
        _key.IsRefused("webauthn.credential-id-length");
    }

    [Fact]
    public void Accepts_the_longest_credential_id()
    {
        _key.CredentialId = new byte[1023];
        _key.IsTrusted();
    }

    [Fact]
    public void Refuses_bytes_behind_the_key()
    {
        _key.CredentialKey = key => [.. key.Cose(), 0x00];
        _key.IsRefused("webauthn.trailing-bytes");
    }

    [Fact]
    public void Refuses_bytes_behind_the_object()
    {
        byte[] longer = [.. _key.Attest(AttestationCase.ClientDataHash), 0x00];
        Assert.Equal("webauthn.trailing-bytes", AttestationCase.Verify(longer, []).Error?.Code);
    }
}
