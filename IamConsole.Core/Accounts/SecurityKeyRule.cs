using System.Text.Json.Serialization;

namespace IamConsole.Core.Accounts;

/// <summary>What a passkey or security key must be to be registered. The default asks nothing.</summary>
public sealed record SecurityKeyRule
{
    /// <summary>Whether the key must prove its model.</summary>
    public AttestationDemand Attestation { get; init; } = AttestationDemand.Preferred;

    /// <summary>How <see cref="Models"/> is meant.</summary>
    public ModelChoice ModelChoice { get; init; }

    /// <summary>The models that are allowed, or denied.</summary>
    public IReadOnlyList<KeyModelName> Models { get; init; } = [];

    /// <summary>The lowest FIDO certification that will do.</summary>
    public FidoLevel LowestFido { get; init; }

    /// <summary>The lowest FIPS 140-2 or 140-3 level that will do.</summary>
    public FipsLevel LowestFips { get; init; }

    /// <summary>Whether passkeys that their provider copies between devices will do (backup eligibility, WebAuthn Level 3, 6.1.3).</summary>
    public bool AllowsSynced { get; init; } = true;

    /// <summary>Whether the key must verify its user, by PIN, fingerprint or face.</summary>
    public bool RequiresUserVerification { get; init; }

    /// <summary>Whether it names models or levels, which only a verified attestation proves.</summary>
    [JsonIgnore]
    public bool NeedsProof => ModelChoice is ModelChoice.Only || LowestFido > FidoLevel.None || LowestFips > FipsLevel.None;
}
