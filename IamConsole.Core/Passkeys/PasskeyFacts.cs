using System.Text.Json;
using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Passkeys;

/// <summary>What a verified registration told of a passkey or security key.</summary>
/// <param name="Credential">The credential.</param>
public sealed record PasskeyFacts(NewCredential Credential)
{
    /// <summary>The model's name, where known: a fact if <see cref="IsModelProven"/>, otherwise what the authenticator says.</summary>
    public string? Model { get; init; }

    /// <summary>The entry of the FIDO metadata that speaks of the model, or null.</summary>
    public string? MetadataKey { get; init; }

    /// <summary>Whether the attestation leads to a root of that very entry.</summary>
    public bool IsModelProven { get; init; }

    /// <summary>The format of the attestation statement.</summary>
    public string? AttestationFormat { get; init; }

    /// <summary>What the statement is, or null where it did not verify.</summary>
    public AttestationType? AttestationType { get; init; }

    /// <summary>Certifications by name (<c>FIDO</c>, <c>FIDO-FIPS-140-2</c>, <c>FIDO-FIPS-140-3</c>); only of a proven model.</summary>
    public IReadOnlyDictionary<string, string> Certifications { get; init; } = new Dictionary<string, string>();

    /// <summary>The certifications as a device keeps them; null without any.</summary>
    internal string? CertificationsJson => IsModelProven && Certifications.Count > 0 ? JsonSerializer.Serialize(Certifications) : null;

    /// <summary>What the metadata say against the model, e.g. <c>REVOKED</c>.</summary>
    public string? ModelStatus { get; init; }

    /// <summary>How much that counts: what an update mends is warned of, not refused, because a key does not tell its version.</summary>
    public ModelStanding ModelStanding { get; init; }

    /// <summary>Why the model is not proven, or null.</summary>
    public Error? Distrust { get; init; }

    /// <summary>Whether the credential is synced now.</summary>
    public bool IsBackedUp => Credential.Flags.HasFlag(AuthenticatorFlags.BackedUp);

    /// <summary>Whether the credential may be synced.</summary>
    public bool IsBackupEligible => Credential.Flags.HasFlag(AuthenticatorFlags.BackupEligible);

    /// <summary>Whether the authenticator verified its user.</summary>
    public bool IsUserVerified => Credential.Flags.HasFlag(AuthenticatorFlags.UserVerified);

    /// <summary>What the account's policy is asked about.</summary>
    public KeyFacts Key => KeyFacts.Of(this);
}
