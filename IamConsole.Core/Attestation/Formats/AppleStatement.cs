using System.Formats.Asn1;
using System.Security.Cryptography;
using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>Apple anonymous attestation (WebAuthn Level 3, 8.8).</summary>
internal static class AppleStatement
{
    public const string Format = "apple";

    private const string NonceExtension = "1.2.840.113635.100.8.2";

    public static Result<VerifiedStatement> Verify(ReadOnlyMemory<byte> statement, AttestedData data)
    {
        // 1. The syntax: x5c. Apple's own statements of 2020 hold an alg beside it, which says nothing.
        var members = StatementMembers.Read(statement);
        if (members is null || (!members.Are("x5c") && !members.Are("x5c", "alg"))) return AttestationErrors.Syntax(Format);
        var path = CertificateList.Read(members, Format);
        if (!path.Succeeded) return path.Error;

        // 2. and 3. nonce = SHA-256 (authenticatorData || clientDataHash).
        var nonce = SHA256.HashData(data.Signed);

        // 4. The certificate's extension holds it.
        if (Nonce(path.Value[0]) is not { } stated) return AttestationErrors.AppleNonceMissing;
        if (!stated.AsSpan().SequenceEqual(nonce)) return AttestationErrors.AppleNonce;

        // 5. The certificate is about the credential's key.
        if (path.Value[0].Key?.Is(data.Credential.PublicKey) is not true) return AttestationErrors.Key(Format);

        // 6. Nothing in the statement is signed but the certificate: all rests on its issuer, which the trust path judges.
        return new VerifiedStatement(AttestationType.AnonymizationCa, path.Value);
    }

    // SEQUENCE { [1] EXPLICIT OCTET STRING }
    private static byte[]? Nonce(AttestationCertificate certificate)
    {
        if (!certificate.Extensions.TryGetValue(NonceExtension, out var extension)) return null;
        try
        {
            var reader = new AsnReader(extension.Value, AsnEncodingRules.DER);
            var sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var tagged = sequence.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true));
            sequence.ThrowIfNotEmpty();
            var nonce = tagged.ReadOctetString();
            tagged.ThrowIfNotEmpty();
            return nonce;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
