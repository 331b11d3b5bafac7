using IamConsole.Core.Accounts;
using IamConsole.Core.Attestation;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.MfaDevices;

namespace IamConsole.Core.Passkeys;

/// <summary>What is known of a passkey or security key when it is judged.</summary>
/// <param name="ModelKey">AAGUID or key identifier as policies name models, or null where the key states none.</param>
/// <param name="ModelName">The model's name, where known.</param>
/// <param name="IsModelProven">Whether its attestation chain verified to the roots of that very model.</param>
/// <param name="AttestationType">The type of attestation that verified; null for a statement that did not.</param>
/// <param name="Certifications">Name to level; counts only for a proven model.</param>
/// <param name="IsBackupEligible">Whether its provider may copy it to other devices.</param>
/// <param name="IsBackedUp">Whether it is copied now.</param>
/// <param name="IsUserVerified">Whether the key verified its user at registration.</param>
/// <param name="ModelStatuses">Statuses of the model in the FIDO metadata, e.g. <c>REVOKED</c>.</param>
public sealed record KeyFacts(
    string? ModelKey, string? ModelName, bool IsModelProven, AttestationType? AttestationType,
    IReadOnlyDictionary<string, string> Certifications, bool IsBackupEligible, bool IsBackedUp, bool IsUserVerified,
    IReadOnlyCollection<string> ModelStatuses)
{
    /// <summary>What policies may go by: none for a model that is not proven.</summary>
    public IReadOnlyDictionary<string, string> ProvenCertifications => IsModelProven ? Certifications : new Dictionary<string, string>();

    /// <summary>Of a key that is about to be registered.</summary>
    internal static KeyFacts Of(PasskeyFacts facts) => new(
        facts.MetadataKey ?? (facts.Credential.Aaguid == Guid.Empty ? null : facts.Credential.Aaguid.ToString()), facts.Model,
        facts.IsModelProven, facts.AttestationType, facts.Certifications, facts.IsBackupEligible, facts.IsBackedUp, facts.IsUserVerified,
        facts is { ModelStatus: { } status, ModelStanding: ModelStanding.Refused } ? [status] : []);

    /// <summary>Of a device as it was registered, with what the metadata say of its model today.</summary>
    /// <param name="device">A security key.</param>
    /// <param name="isUserVerified">As the device or, of older ones, the passkey row has it.</param>
    internal static KeyFacts Of(MfaDevice device, bool isUserVerified) => new(
        device.MetadataKey ?? device.Aaguid?.ToString(), device.Model, device.IsModelProven, device.AttestationType,
        device.IsModelProven ? Accounts.Certifications.Of(device.Certifications) : new Dictionary<string, string>(),
        device.IsBackupEligible ?? device.IsSynced is true, device.IsSynced is true, isUserVerified,
        device.ModelStatus is { } status ? [status] : []);
}
