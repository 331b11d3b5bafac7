using IamConsole.Core.Attestation.Certificates;
using IamConsole.Core.Attestation.Formats;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation;

/// <summary>What a metadata entry is looked up by, before anything is verified.</summary>
/// <param name="Format">The attestation statement format identifier.</param>
/// <param name="Aaguid">As <see cref="AttestationVerdict.Aaguid"/>: all zero where the statement does not cover it.</param>
/// <param name="KeyIdentifiers">As <see cref="AttestationVerdict.KeyIdentifiers"/>, of every certificate in the statement.</param>
/// <param name="CertificateSubjects">What the certificates call themselves, at most 200 characters each: to show, not to judge.</param>
public sealed record AttestationSubject(
    string Format, Guid Aaguid, IReadOnlyList<string> KeyIdentifiers, IReadOnlyList<string> CertificateSubjects)
{
    private const int LongestSubject = 200;

    /// <summary>Reads it from the statement; one that will be refused has no key identifiers.</summary>
    public static AttestationSubject Read(AttestationObject attestation)
    {
        var parts = CompoundStatement.Parts(attestation).Value ?? [];
        var certificates = parts
            .SelectMany(p => StatementMembers.Read(p.Statement)?.Certificates ?? [])
            .Take(StatementMembers.MaxCertificates)
            .Select(AttestationCertificate.Read)
            .OfType<AttestationCertificate>().ToList();
        return new(
            attestation.Format, CoveredAaguid(attestation, parts), [.. certificates.Select(c => c.KeyIdentifier).Distinct()],
            [.. certificates.Select(c => c.Subject.ToString()).Select(s => s.Length > LongestSubject ? s[..LongestSubject] : s)]);
    }

    // 8.6, step 5: what a U2F key signs has no AAGUID. Believed, it would lend a key the certifications of a sibling.
    internal static Guid CoveredAaguid(AttestationObject attestation, IReadOnlyList<StatementPart> parts) =>
        parts.Any(p => p.Format == "fido-u2f") ? Guid.Empty : attestation.AuthenticatorData.Credential?.Aaguid ?? Guid.Empty;
}
