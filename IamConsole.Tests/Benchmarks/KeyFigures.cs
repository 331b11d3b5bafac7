using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Core.WebAuthn;

namespace IamConsole.Tests.Benchmarks;

/// <summary>
/// P4: what verifying an assertion costs beside the signature alone. Figures are printed, never asserted; KEY_RUNS sets how
/// many verifications a round has.
/// </summary>
public sealed class KeyFigures(ITestOutputHelper output)
{
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("KEY_RUNS"), CultureInfo.InvariantCulture, out var set) ? set : 50;

    [Fact]
    public void An_assertion_beside_the_signature_alone()
    {
        using var key = new SoftwareKey();
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
}
