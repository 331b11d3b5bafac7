using IamConsole.Core.Attestation.Certificates;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>FIDO U2F attestation (WebAuthn Level 3, 8.6).</summary>
internal static class FidoU2fStatement
{
    public const string Format = "fido-u2f";

    public static Result<VerifiedStatement> Verify(ReadOnlyMemory<byte> statement, AttestedData data)
    {
        // 1. The syntax: x5c and sig.
        var members = StatementMembers.Read(statement);
        if (members is null || !members.Are("x5c", "sig")) return AttestationErrors.Syntax(Format);

        // 2. Exactly one certificate, its key on P-256.
        if (members.Certificates.Count != 1) return AttestationErrors.U2fCertificates;
        var path = CertificateList.Read(members, Format);
        if (!path.Succeeded) return path.Error;
        if (path.Value[0].Key is not { Kind: CertificateKeyKind.P256 }) return AttestationErrors.U2fCertificateKey;

        // 3. and 4. The credential's key as 0x04 || x || y. No step asks for an AAGUID of zero; we report none (AttestationSubject).
        var credential = data.Credential;
        if (credential.PublicKey is not { Algorithm: CoseAlgorithm.Es256, Point: { X: { Length: 32 } x, Y: { Length: 32 } y } })
            return AttestationErrors.U2fCredentialKey;

        // 5. 0x00 || rpIdHash || clientDataHash || credentialId || publicKeyU2F.
        byte[] signed =
        [
            0x00, .. data.AuthenticatorData.RpIdHash.Span, .. data.ClientDataHash.Span, .. credential.Id.Span, 0x04, .. x, .. y,
        ];

        // 6. ECDSA with SHA-256.
        if (path.Value[0].CheckSignature((int)CoseAlgorithm.Es256, signed, members.Signature.Span, Format) is { } wrong) return wrong;

        // 7. and 8. Basic and AttCA are not told apart.
        return new VerifiedStatement(AttestationType.Basic, path.Value);
    }
}
