using System.Formats.Asn1;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>
/// Authority and subject key identifiers (RFC 5280, 4.2.1.1 and 4.2.1.2). They only help to find an issuer, but the platform finds
/// none where they disagree; FIDO's conformance tool and some makers issue such certificates.
/// </summary>
internal static class KeyIdentifiers
{
    private const string OfAuthority = "2.5.29.35", OfSubject = "2.5.29.14";

    /// <summary>Whether a certificate and one that bears its issuer's name identify the issuer's key differently.</summary>
    public static bool Disagree(IEnumerable<AttestationCertificate> certificates, IReadOnlyCollection<AttestationCertificate> issuers) =>
        certificates.Any(certificate => Authority(certificate) is { } stated && issuers.Any(issuer =>
            issuer.Subject.Raw.Span.SequenceEqual(certificate.Issuer.Raw.Span)
            && Subject(issuer) is { } own && !own.AsSpan().SequenceEqual(stated)));

    // SEQUENCE { [0] IMPLICIT OCTET STRING OPTIONAL, … }
    private static byte[]? Authority(AttestationCertificate certificate) => Read(certificate, OfAuthority, reader =>
    {
        var sequence = reader.ReadSequence();
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0);
        return sequence.HasData && sequence.PeekTag().HasSameClassAndValue(tag) ? sequence.ReadOctetString(tag) : null;
    });

    private static byte[]? Subject(AttestationCertificate certificate) => Read(certificate, OfSubject, reader => reader.ReadOctetString());

    private static byte[]? Read(AttestationCertificate certificate, string oid, Func<AsnReader, byte[]?> read)
    {
        if (!certificate.Extensions.TryGetValue(oid, out var extension)) return null;
        try
        {
            return read(new AsnReader(extension.Value, AsnEncodingRules.DER));
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
