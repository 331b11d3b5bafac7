using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace IamConsole.Core.WebAuthn;

/// <summary>Options for the browser (WebAuthn Level 3, 5.1: PublicKeyCredentialCreationOptionsJSON, …RequestOptionsJSON).</summary>
public static class OptionsJson
{
    /// <summary>The algorithms offered, the preferred first. Ed25519 is the platform's where it has it, and libsodium's where not.</summary>
    public static IReadOnlyList<CoseAlgorithm> Algorithms { get; } =
    [
        CoseAlgorithm.Es256, CoseAlgorithm.EdDsa, CoseAlgorithm.Es384, CoseAlgorithm.Es512,
        CoseAlgorithm.Ps256, CoseAlgorithm.Ps384, CoseAlgorithm.Ps512, CoseAlgorithm.Rs256, CoseAlgorithm.Rs384, CoseAlgorithm.Rs512,
    ];

    /// <summary>For <c>navigator.credentials.create</c>.</summary>
    /// <param name="terms">The challenge, and for whom.</param>
    /// <param name="user">Whose credential it will be.</param>
    /// <param name="excluded">The user's credentials: an authenticator that holds one of them refuses by itself.</param>
    /// <param name="attestation">Attestation conveyance preference: <c>none</c> or <c>direct</c>.</param>
    /// <param name="timeout">How long the browser may wait.</param>
    /// <param name="hints">Kinds of authenticator to offer first, e.g. <c>security-key</c>; none leaves it to the browser.</param>
    public static string ForRegistration(
        CeremonyTerms terms, UserEntity user, IEnumerable<CredentialDescriptor> excluded, string attestation, TimeSpan timeout,
        IReadOnlyList<string> hints) => new JsonObject
        {
            ["rp"] = new JsonObject { ["id"] = terms.RelyingParty.Id, ["name"] = terms.RelyingParty.Name },
            ["user"] = new JsonObject { ["id"] = Encode(user.Handle), ["name"] = user.Name, ["displayName"] = user.Name },
            ["challenge"] = Encode(terms.Challenge),
            ["pubKeyCredParams"] = new JsonArray([.. Algorithms.Select(a => new JsonObject { ["type"] = "public-key", ["alg"] = (int)a })]),
            ["timeout"] = (long)timeout.TotalMilliseconds,
            ["excludeCredentials"] = Descriptors(excluded),
            ["authenticatorSelection"] = new JsonObject
            {
                ["residentKey"] = "discouraged",
                ["requireResidentKey"] = false,
                ["userVerification"] = Verification(terms),
            },
            ["attestation"] = attestation,
            ["hints"] = new JsonArray([.. hints.Select(h => JsonValue.Create(h))]),
        }.ToJsonString();

    /// <summary>For <c>navigator.credentials.get</c>.</summary>
    /// <param name="terms">The challenge, and for whom.</param>
    /// <param name="allowed">The credentials of the user who signs in.</param>
    /// <param name="timeout">How long the browser may wait.</param>
    public static string ForAuthentication(CeremonyTerms terms, IEnumerable<CredentialDescriptor> allowed, TimeSpan timeout) => new JsonObject
    {
        ["challenge"] = Encode(terms.Challenge),
        ["timeout"] = (long)timeout.TotalMilliseconds,
        ["rpId"] = terms.RelyingParty.Id,
        ["allowCredentials"] = Descriptors(allowed),
        ["userVerification"] = Verification(terms),
    }.ToJsonString();

    private static string Verification(CeremonyTerms terms) => terms.RequiresUserVerification ? "required" : "preferred";

    private static JsonArray Descriptors(IEnumerable<CredentialDescriptor> credentials) => new([.. credentials.Select(c => new JsonObject
    {
        ["type"] = "public-key",
        ["id"] = Encode(c.Id),
        ["transports"] = new JsonArray([.. c.Transports.Select(t => JsonValue.Create(t))]),
    })]);

    private static string Encode(ReadOnlyMemory<byte> bytes) => Base64Url.EncodeToString(bytes.Span);
}
