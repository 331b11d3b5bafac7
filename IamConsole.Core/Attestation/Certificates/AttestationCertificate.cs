using System.Formats.Asn1;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>
/// What the formats ask of an X.509 certificate (RFC 5280), read strictly and without the platform, whose readers differ, take
/// PEM for DER and put off what they find wrong.
/// </summary>
internal sealed class AttestationCertificate
{
    private const string AaguidOid = "1.3.6.1.4.1.45724.1.1.4";

    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>1 to 3.</summary>
    public required int Version { get; init; }

    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    public required NameAttributes Issuer { get; init; }

    public required NameAttributes Subject { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Null for a kind of key that is not ours.</summary>
    public required CertificateKey? Key { get; init; }

    /// <summary>SHA-1 of the subject public key, lower-case hex.</summary>
    public required string KeyIdentifier { get; init; }

    /// <summary>By object identifier.</summary>
    public required IReadOnlyDictionary<string, CertificateExtension> Extensions { get; init; }

    /// <summary>Whether its own signature is encoded otherwise than DER demands, which the platform cannot verify.</summary>
    public required bool HasSignatureDefect { get; init; }

    /// <summary>What Basic Constraints say of CA; null without them.</summary>
    public bool? IsAuthority => CertificateReader.Authority(Extensions);

    /// <summary>Null for what is no certificate.</summary>
    public static AttestationCertificate? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            return CertificateReader.Read(der);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    public CertificateFacts Facts() => new()
    {
        Subject = Subject.ToString(),
        Issuer = Issuer.ToString(),
        SerialNumber = Convert.ToHexStringLower(SerialNumber.Span),
        NotBefore = NotBefore,
        NotAfter = NotAfter,
        Aaguid = Aaguid(),
        Transports = CertificateReader.Transports(Extensions),
    };

    /// <summary>Null when the signature is by this certificate's key with this algorithm, otherwise what is wrong.</summary>
    public Error? CheckSignature(int algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, string format)
    {
        if (Key is null) return AttestationErrors.CertificateKey(format);
        if (!StatementAlgorithms.Fits((CoseAlgorithm)algorithm, Key.Kind, format)) return AttestationErrors.Algorithm(format);
        return Key.Verify((CoseAlgorithm)algorithm, data, signature) switch
        {
            null => AttestationErrors.CertificateKey(format),
            false => AttestationErrors.Signature(format),
            true => null,
        };
    }

    /// <summary>The extension id-fido-gen-ce-aaguid, if there: not critical, twice an octet string, and this AAGUID.</summary>
    public Error? CheckAaguid(Guid expected, string format)
    {
        if (!Extensions.TryGetValue(AaguidOid, out var extension)) return null;
        if (extension.IsCritical || Aaguid() is not { } aaguid) return AttestationErrors.AaguidExtension(format);
        return aaguid == expected ? null : AttestationErrors.Aaguid(format);
    }

    // Encoded by hand: 04 10 and sixteen bytes.
    private Guid? Aaguid() =>
        Extensions.TryGetValue(AaguidOid, out var extension) && extension.Value.Span is [0x04, 0x10, .. { Length: 16 } bytes]
            ? new Guid(bytes, bigEndian: true)
            : null;
}
