using IamConsole.Core.Attestation;

namespace IamConsole.Core.MfaDevices;

/// <summary>What is known of a passkey or security key beyond what lists show.</summary>
/// <param name="Aaguid">As the authenticator stated it, or null where it stated none.</param>
/// <param name="MetadataKey">The entry of the FIDO metadata that speaks of the model, or null.</param>
/// <param name="AttestationFormat">For example <c>packed</c>; null for keys older than this was kept.</param>
/// <param name="AttestationType">What the statement was; null for one that did not verify.</param>
/// <param name="CertificateSubjects">The subjects of the certificates in the statement, the key's own first; proven only with the model.</param>
/// <param name="WasUserVerified">Whether the key verified its user at registration, where known.</param>
/// <param name="SignCount">The signature counter, 0 for keys without one.</param>
public sealed record KeyDeviceFacts(
    Guid? Aaguid, string? MetadataKey, string? AttestationFormat, AttestationType? AttestationType,
    IReadOnlyList<string> CertificateSubjects, bool? WasUserVerified, uint SignCount)
{
    /// <summary>The proven model's certifications today; null for other keys, and where the metadata have the model no more.</summary>
    public IReadOnlyDictionary<string, string>? CertificationsToday { get; init; }
}
