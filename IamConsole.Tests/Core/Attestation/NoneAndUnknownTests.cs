using IamConsole.Core.Attestation;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>WebAuthn Level 3, 8.1, 8.5 and 8.7.</summary>
public sealed class NoneAndUnknownTests
{
    [Fact]
    public void None_must_be_empty()
    {
        var authenticator = new SoftwareAuthenticator(AttestationKind.None) { BendStatement = members => members["sig"] = new byte[8] };
        authenticator.IsRefused("attestation.none.not-empty");
    }

    [Fact]
    public void SafetyNet_is_refused_by_name() =>
        new SoftwareAuthenticator(AttestationKind.Packed) { FormatOverride = "android-safetynet" }.IsRefused("attestation.android-safetynet");

    [Theory]
    [InlineData("")]
    [InlineData("PACKED")]
    [InlineData("None")]
    [InlineData("org.example.own")]
    public void Any_other_format_is_unknown_and_upper_case_is_another(string format) =>
        new SoftwareAuthenticator(AttestationKind.Packed) { FormatOverride = format }.IsRefused("attestation.format");

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void The_hash_of_the_client_data_must_be_a_hash(int length)
    {
        var attestation = new SoftwareAuthenticator(AttestationKind.None).Attest(AttestationCase.ClientDataHash);
        Assert.Equal("attestation.client-data-hash", AttestationVerifier.Verify(attestation, new byte[length], [], CertificateForge.Now).Error?.Code);
    }
}
