using System.Security.Cryptography;
using IamConsole.Core.Attestation.Certificates;
using IamConsole.Core.Attestation.Tpm;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>TPM attestation (WebAuthn Level 3, 8.3).</summary>
internal static class TpmStatement
{
    public const string Format = "tpm";

    public static Result<VerifiedStatement> Verify(ReadOnlyMemory<byte> statement, AttestedData data)
    {
        // 1. The syntax, all members of it.
        var members = StatementMembers.Read(statement);
        if (members is null || !members.Are("ver", "alg", "x5c", "sig", "certInfo", "pubArea")) return AttestationErrors.Syntax(Format);
        if (members.Version != "2.0") return AttestationErrors.TpmVersion;

        // 2. pubArea is the credential's key.
        if (TpmPublicArea.Read(members.PublicArea) is not { } area) return AttestationErrors.TpmPublicArea;
        if (!area.Is(data.Credential.PublicKey)) return AttestationErrors.Key(Format);

        // 3. attToBeSigned is AttestedData.Signed. 4. Integrity of certInfo, 4.1: x5c is present.
        var path = CertificateList.Read(members, Format);
        if (!path.Succeeded) return path.Error;
        var certificate = path.Value[0];

        // 4.2. The AIK certificate meets the requirements of 8.3.1.
        if (TpmCertificate.Check(certificate) is { } unmet) return unmet;

        // 4.3. Its AAGUID, if any, is that of the authenticator data.
        if (certificate.CheckAaguid(data.Credential.Aaguid, Format) is { } other) return other;

        // 4.4. sig over certInfo is by the AIK certificate's key with alg.
        var signature = TpmSignature.Unwrap(members.Signature);
        if (certificate.CheckSignature(members.Algorithm, members.CertifyInfo.Span, signature.Span, Format) is { } wrong) return wrong;
        if (CheckCertifyInfo(members, area, data) is { } invalid) return invalid;

        // 6.
        return new VerifiedStatement(AttestationType.AttestationCa, path.Value)
        {
            Doubt = TpmVendors.Knows(TpmCertificate.Vendor(certificate)) ? null : AttestationErrors.TpmVendor,
        };
    }

    // 5. certInfo is valid.
    private static Error? CheckCertifyInfo(StatementMembers members, TpmPublicArea area, AttestedData data)
    {
        if (TpmCertifyInfo.Read(members.CertifyInfo) is not { } info) return AttestationErrors.TpmCertifyInfo;

        // 5.1. magic, and 5.2. type. Without them the rest of the structure would mean something else.
        if (info.Magic != TpmCertifyInfo.Generated) return AttestationErrors.TpmMagic;
        if (info.Type != TpmCertifyInfo.Certify) return AttestationErrors.TpmType;
        if (!info.IsComplete) return AttestationErrors.TpmCertifyInfo;

        // 5.3. extraData is the hash of attToBeSigned by the hash of alg.
        var hash = StatementAlgorithms.Hash((CoseAlgorithm)members.Algorithm);
        if (!CryptographicOperations.HashData(hash, data.Signed).AsSpan().SequenceEqual(info.ExtraData.Span)) return AttestationErrors.TpmExtraData;

        // 5.4. The certified name is that of pubArea.
        return area.Name is { } name && info.Name.Span.SequenceEqual(name) ? null : AttestationErrors.TpmName;
    }
}
