using System.Buffers.Text;
using System.Text;
using IamConsole.Core;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Tests.Core.WebAuthn;

/// <summary>One registration and one authentication with one key, valid by default; each test bends one thing.</summary>
internal sealed class CeremonyScenario : IDisposable
{
    private static readonly byte[] Handle = Encoding.UTF8.GetBytes("user-1");

    private readonly KnownKeys _keys = new(capacity: 4);

    public SoftwareKey Key { get; } = new();

    public CeremonyTerms Terms { get; set; } = new(
        new RelyingPartyIdentity("console.example", "IAM Console", o => o == "https://console.example"), Enumerable.Repeat((byte)9, 32).ToArray(), false);

    public IReadOnlyCollection<CoseAlgorithm> Offered { get; set; } = OptionsJson.Algorithms;

    public bool WasBackupEligible { get; set; }

    private string Options => $$"""{"challenge":"{{Base64Url.EncodeToString(Terms.Challenge.Span)}}"}""";

    public Result<NewCredential> Register()
    {
        var response = RegistrationResponse.Read(Key.Create(Options));
        return response.Succeeded ? RegistrationCeremony.Verify(response.Value, Terms, Offered) : response.Error;
    }

    public Result<VerifiedAssertion> Authenticate()
    {
        var response = AssertionResponse.Read(Key.Get(Options));
        var stored = new StoredCredential(Key.Id, Key.CosePublicKey(), WasBackupEligible, Handle);
        return response.Succeeded ? new AssertionCeremony(_keys).Verify(response.Value, Terms, stored) : response.Error;
    }

    public void Dispose()
    {
        Key.Dispose();
        _keys.Dispose();
    }
}
