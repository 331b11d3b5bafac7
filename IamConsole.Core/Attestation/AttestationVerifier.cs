using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.Attestation.Certificates;
using IamConsole.Core.Attestation.Formats;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation;

/// <summary>Verifies attestation statements (WebAuthn Level 3, section 8, and 7.1 steps 21 to 24). Pure: no clock, no network.</summary>
public static class AttestationVerifier
{
    /// <summary>
    /// Verifies the statement by its format's procedure and judges its certificates. A statement that fails is a refusal whose
    /// code names format and step, e.g. <c>attestation.packed.signature</c>; one that verifies and leads to none of the anchors
    /// is a verdict with a <see cref="AttestationVerdict.Distrust"/>. No input makes it throw.
    /// </summary>
    /// <param name="attestationObject">The attestation object as the authenticator sent it, at most 64 KiB.</param>
    /// <param name="clientDataHash">SHA-256 of the client data.</param>
    /// <param name="trustAnchors">Roots, intermediates or attestation certificates themselves (FIDO metadata knows all three).</param>
    /// <param name="now">When the certificates must be valid.</param>
    public static Result<AttestationVerdict> Verify(
        ReadOnlyMemory<byte> attestationObject,
        ReadOnlyMemory<byte> clientDataHash,
        IReadOnlyList<X509Certificate2> trustAnchors,
        DateTimeOffset now)
    {
        var read = AttestationObject.Read(attestationObject);
        return read.Succeeded ? Verify(read.Value, clientDataHash, trustAnchors, now) : read.Error;
    }

    /// <summary>The same for an attestation object that is read already.</summary>
    public static Result<AttestationVerdict> Verify(
        AttestationObject attestation, ReadOnlyMemory<byte> clientDataHash, IReadOnlyList<X509Certificate2> trustAnchors, DateTimeOffset now)
    {
        if (clientDataHash.Length != SHA256.HashSizeInBytes) return AttestationErrors.ClientDataHash;
        if (attestation.AuthenticatorData.Credential is null) return WebAuthnErrors.NoCredential;
        var data = new AttestedData(attestation.AuthenticatorData, clientDataHash);
        var parts = CompoundStatement.Parts(attestation);
        if (!parts.Succeeded) return parts.Error;

        // 8.9, step 1. Our policy: every part must verify; a part that fails is a refusal by its own name.
        var judged = new List<(VerifiedStatement Statement, Error? Distrust)>();
        foreach (var (format, statement) in parts.Value)
        {
            var verified = StatementFormats.Verify(format, statement, data);
            if (!verified.Succeeded) return verified.Error;
            judged.Add((verified.Value, Distrust(verified.Value, trustAnchors, now)));
        }

        // 8.9, step 2. All parts sign the same credential, so that one which is trusted is enough; it speaks for the whole.
        var (best, distrust) = judged.OrderByDescending(j => j.Distrust is null).ThenByDescending(j => j.Statement.Type).First();
        return new AttestationVerdict
        {
            Format = attestation.Format,
            Type = best.Type,
            TrustPath = [.. best.Path.Select(c => c.Raw)],
            Aaguid = AttestationSubject.CoveredAaguid(attestation, parts.Value),
            KeyIdentifiers = [.. best.Path.Select(c => c.KeyIdentifier)],
            Certificate = best.Path.Count == 0 ? null : best.Path[0].Facts(),
            Distrust = distrust,
        };
    }

    private static Error? Distrust(VerifiedStatement statement, IReadOnlyList<X509Certificate2> anchors, DateTimeOffset now) => statement.Type switch
    {
        AttestationType.None => AttestationErrors.DistrustNone,
        AttestationType.Self => AttestationErrors.DistrustSelf,
        AttestationType.Basic or AttestationType.AttestationCa or AttestationType.AnonymizationCa =>
            TrustPath.Judge(statement.Path, anchors, now) ?? statement.Doubt,
    };
}
