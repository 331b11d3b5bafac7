using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>Android key attestation (WebAuthn Level 3, 8.4).</summary>
internal static class AndroidKeyStatement
{
    public const string Format = "android-key";

    private const int Generated = 0;
    private const int Sign = 2;

    public static Result<VerifiedStatement> Verify(ReadOnlyMemory<byte> statement, AttestedData data)
    {
        // 1. The syntax: alg, sig and x5c.
        var members = StatementMembers.Read(statement);
        if (members is null || !members.Are("alg", "sig", "x5c")) return AttestationErrors.Syntax(Format);
        var path = CertificateList.Read(members, Format);
        if (!path.Succeeded) return path.Error;
        var certificate = path.Value[0];

        // 2. sig is by the certificate's key with alg.
        if (certificate.CheckSignature(members.Algorithm, data.Signed, members.Signature.Span, Format) is { } wrong) return wrong;

        // 3. Which is the credential's.
        if (certificate.Key?.Is(data.Credential.PublicKey) is not true) return AttestationErrors.Key(Format);

        // 4. The attestation challenge is the hash of the client data.
        if (AndroidKeyDescription.Read(certificate) is not { } description) return AttestationErrors.AndroidKeyDescription;
        if (!description.Challenge.Span.SequenceEqual(data.ClientDataHash.Span)) return AttestationErrors.AndroidChallenge;

        // 5.1. allApplications is on neither list.
        if (description.AllApplications) return AttestationErrors.AndroidAllApplications;

        // 5.2. The union of both lists, because keys outside a trusted execution environment are welcome. A list that leaves the
        // value out contradicts nothing: the vectors of WebAuthn's own section on test vectors leave out both.
        if (description.Origins.Exists(o => o != Generated)) return AttestationErrors.AndroidOrigin;
        if (description.Purposes.Exists(p => p != Sign)) return AttestationErrors.AndroidPurpose;

        // 6.
        return new VerifiedStatement(AttestationType.Basic, path.Value);
    }
}
