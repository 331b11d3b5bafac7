using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>Packed attestation (WebAuthn Level 3, 8.2).</summary>
internal static class PackedStatement
{
    public const string Format = "packed";

    public static Result<VerifiedStatement> Verify(ReadOnlyMemory<byte> statement, AttestedData data)
    {
        // 1. The syntax: alg and sig, and x5c unless it is self attestation. ecdaaKeyId was Level 2.
        var members = StatementMembers.Read(statement);
        if (members is null) return AttestationErrors.Syntax(Format);
        if (members.Has("ecdaaKeyId")) return AttestationErrors.Ecdaa;
        if (members.Are("alg", "sig")) return VerifySelf(members, data);
        return members.Are("alg", "sig", "x5c") ? VerifyCertified(members, data) : AttestationErrors.Syntax(Format);
    }

    // 2. x5c is present.
    private static Result<VerifiedStatement> VerifyCertified(StatementMembers members, AttestedData data)
    {
        var path = CertificateList.Read(members, Format);
        if (!path.Succeeded) return path.Error;
        var certificate = path.Value[0];

        // 2.1. sig is by the attestation certificate's key with alg.
        if (certificate.CheckSignature(members.Algorithm, data.Signed, members.Signature.Span, Format) is { } wrong) return wrong;

        // 2.2. The certificate meets the requirements of 8.2.1.
        if (PackedCertificate.Check(certificate) is { } unmet) return unmet;

        // 2.3. Its AAGUID, if any, is that of the authenticator data.
        if (certificate.CheckAaguid(data.Credential.Aaguid, Format) is { } other) return other;

        // 2.4 and 2.5. Basic and AttCA are not told apart.
        return new VerifiedStatement(AttestationType.Basic, path.Value);
    }

    // 3. x5c is not present: self attestation.
    private static Result<VerifiedStatement> VerifySelf(StatementMembers members, AttestedData data)
    {
        // 3.1. alg is the credential's algorithm.
        if (members.Algorithm != (int)data.Credential.PublicKey.Algorithm) return AttestationErrors.SelfAlgorithm;

        // 3.2. sig is by the credential's key.
        return data.Credential.PublicKey.Verify(data.Signed, members.Signature.Span)
            ? new VerifiedStatement(AttestationType.Self, [])
            : AttestationErrors.SelfSignature;
    }
}
