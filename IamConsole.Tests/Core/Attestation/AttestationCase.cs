using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core;
using IamConsole.Core.Attestation;
using IamConsole.Tests.Authenticators;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>One statement through the verifier: an authenticator that is valid by default, and what a test changes of it.</summary>
internal static class AttestationCase
{
    public static readonly Guid OtherModel = new("ee882879-721c-4913-9775-3dfcce97072a");

    public static byte[] ClientDataHash { get; } = SHA256.HashData("client data"u8);

    public static AttestationVerdict Verdict(this SoftwareAuthenticator authenticator, IReadOnlyList<X509Certificate2>? anchors = null, DateTimeOffset? now = null)
    {
        var result = Verify(authenticator.Attest(ClientDataHash), anchors ?? authenticator.Authority.Anchors, now);
        return result.Value ?? throw new Xunit.Sdk.XunitException($"Refused: {result.Error!.Code}");
    }

    public static Result<AttestationVerdict> Verify(byte[] attestationObject, IReadOnlyList<X509Certificate2> anchors, DateTimeOffset? now = null) =>
        AttestationVerifier.Verify(attestationObject, ClientDataHash, anchors, now ?? CertificateForge.Now);

    public static void IsRefused(this SoftwareAuthenticator authenticator, string code) =>
        Assert.Equal(code, Verify(authenticator.Attest(ClientDataHash), authenticator.Authority.Anchors).Error?.Code);

    public static void IsTrusted(this SoftwareAuthenticator authenticator, IReadOnlyList<X509Certificate2>? anchors = null) =>
        Assert.Null(authenticator.Verdict(anchors).Distrust?.Code);

    public static void IsDistrusted(
        this SoftwareAuthenticator authenticator, string code, IReadOnlyList<X509Certificate2>? anchors = null, DateTimeOffset? now = null) =>
        Assert.Equal(code, authenticator.Verdict(anchors, now).Distrust?.Code);

    /// <summary>The bytes with one bit of the last one changed.</summary>
    public static byte[] Other(byte[] bytes) => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];
}
