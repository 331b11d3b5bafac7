using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.Attestation;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.WebAuthn;

namespace IamConsole.Tests.Benchmarks;

/// <summary>
/// P4: what verifying an assertion, or an attestation statement, costs beside the signature alone. Figures are printed, never asserted; KEY_RUNS sets how
/// many verifications a round has.
/// </summary>
public sealed class KeyFigures(ITestOutputHelper output)
{
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("KEY_RUNS"), CultureInfo.InvariantCulture, out var set) ? set : 50;

    private static readonly DateTimeOffset Now = CertificateForge.Now;

    [Fact]
    public void An_assertion_beside_the_signature_alone()
    {
        using var key = new CeremonyKey();
        var relyingParty = new RelyingPartyIdentity(key.RpId, "IAM Console", o => o == key.Origin);
        var terms = new CeremonyTerms(relyingParty, new byte[32], RequiresUserVerification: false);
        var json = key.Get($$"""{"challenge":"{{new string('A', 43)}}"}""");
        var response = AssertionResponse.Read(json).Value!;
        byte[] signed = [.. response.AuthenticatorData.Span, .. SHA256.HashData(response.ClientDataJson.Span)];
        var stored = new StoredCredential(key.Id, key.CosePublicKey(), IsBackupEligible: false, Encoding.UTF8.GetBytes("user-1"));
        var point = CoseKey.Read(stored.PublicKey).Value!.Point!.Value;
        var parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point };
        using var known = ECDsa.Create(parameters);
        using KnownKeys many = new(capacity: 16), none = new(capacity: 0);
        AssertionCeremony warm = new(many), cold = new(none);

        var lines = new Contest(rounds: 5, Runs)
            .Floor("P-256 with a known key", () => Assert.True(Verify(known)))
            .Floor("P-256 imported each time", () =>
            {
                using var imported = ECDsa.Create(parameters);
                Assert.True(Verify(imported));
            })
            .Against("P-256 with a known key", "assertion, known key", 1.35, () => Assert.True(warm.Verify(response, terms, stored).Succeeded))
            .Against("P-256 with a known key", "assertion from its JSON, known key", null, () => Assert.True(warm.Verify(AssertionResponse.Read(json).Value!, terms, stored).Succeeded))
            .Against("P-256 imported each time", "assertion, new key", 1.1, () => Assert.True(cold.Verify(response, terms, stored).Succeeded))
            .Run();
        foreach (var line in lines) output.WriteLine(line);

        bool Verify(ECDsa with) => with.VerifyData(signed, response.Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    [Fact]
    public void Each_attestation_statement_beside_the_signature_alone()
    {
        var hash = SHA256.HashData("client data"u8);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var signature = key.SignData(hash, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        const string Floor = "P-256 imported each time";
        var contest = new Contest(rounds: 5, Math.Max(1, Runs / 10)).Floor(Floor, () =>
        {
            using var imported = ECDsa.Create(parameters);
            Assert.True(imported.VerifyData(hash, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        });
        foreach (var kind in Enum.GetValues<AttestationKind>())
        {
            var authenticator = new SoftwareAuthenticator(kind);
            var statement = authenticator.Attest(hash);
            contest.Against(Floor, $"{kind}, statement", null, () => Assert.True(AttestationVerifier.Verify(statement, hash, [], Now).Succeeded));
            if (kind is AttestationKind.None or AttestationKind.PackedSelf) continue;
            contest.Against(Floor, $"{kind}, statement and chain", null, () =>
                Assert.True(AttestationVerifier.Verify(statement, hash, authenticator.Authority.Anchors, Now).Value!.IsTrusted));
        }

        foreach (var line in contest.Run()) output.WriteLine(line);
    }
}
