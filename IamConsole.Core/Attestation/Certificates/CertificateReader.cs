using System.Formats.Asn1;
using System.Security.Cryptography;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>Reads a certificate's structure (RFC 5280, 4.1). Throws <see cref="AsnContentException"/> for what is none.</summary>
internal static class CertificateReader
{
    private const string BasicConstraints = "2.5.29.19";
    private const string TransportsExtension = "1.3.6.1.4.1.45724.2.1.1";
    private const string EcdsaSignatures = "1.2.840.10045.4.";

    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3, isConstructed: true);

    public static AttestationCertificate Read(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var certificate = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        var body = certificate.ReadSequence();
        var algorithm = certificate.ReadSequence().ReadObjectIdentifier();
        var signature = certificate.ReadEncodedValue();
        certificate.ThrowIfNotEmpty();

        var version = Version(body);
        var serialNumber = body.ReadIntegerBytes();
        body.ReadSequence(); // signature
        var issuer = NameAttributes.Read(body.ReadEncodedValue());
        var validity = body.ReadSequence();
        var (notBefore, notAfter) = (Time(validity), Time(validity));
        var subject = NameAttributes.Read(body.ReadEncodedValue());
        var publicKey = body.ReadEncodedValue();
        return new()
        {
            Raw = der,
            Version = version,
            SerialNumber = serialNumber,
            Issuer = issuer,
            Subject = subject,
            NotBefore = notBefore,
            NotAfter = notAfter,
            Key = CertificateKey.Read(publicKey, out var bits),
            KeyIdentifier = Identifier(bits),
            Extensions = Extensions(body),
            HasSignatureDefect = HasDefect(signature, algorithm),
        };
    }

    public static bool? Authority(IReadOnlyDictionary<string, CertificateExtension> extensions)
    {
        if (!extensions.TryGetValue(BasicConstraints, out var extension)) return null;
        try
        {
            var reader = new AsnReader(extension.Value, AsnEncodingRules.DER);
            var constraints = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            return constraints.HasData && constraints.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && constraints.ReadBoolean();
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // BIT STRING, the first bit of the first byte is bit 0.
    public static CertificateTransports? Transports(IReadOnlyDictionary<string, CertificateExtension> extensions)
    {
        if (!extensions.TryGetValue(TransportsExtension, out var extension)) return null;
        if (extension.Value.Span is not [0x03, 0x02, <= 7, var bits]) return null;
        var transports = CertificateTransports.None;
        for (var bit = 0; bit < 5; bit++)
            if ((bits & (0x80 >> bit)) != 0) transports |= (CertificateTransports)(1 << bit);
        return transports;
    }

    private static int Version(AsnReader body)
    {
        if (!body.PeekTag().HasSameClassAndValue(VersionTag)) return 1;
        var tagged = body.ReadSequence(VersionTag);
        if (!tagged.TryReadInt32(out var version) || version is < 0 or > 2) throw new AsnContentException("No version of X.509.");
        tagged.ThrowIfNotEmpty();
        return version + 1;
    }

    private static DateTimeOffset Time(AsnReader validity) => validity.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
        ? validity.ReadUtcTime()
        : validity.ReadGeneralizedTime();

    private static Dictionary<string, CertificateExtension> Extensions(AsnReader body)
    {
        var extensions = new Dictionary<string, CertificateExtension>();
        while (body.HasData && !body.PeekTag().HasSameClassAndValue(ExtensionsTag)) body.ReadEncodedValue(); // unique identifiers
        if (!body.HasData) return extensions;
        var tagged = body.ReadSequence(ExtensionsTag);
        body.ThrowIfNotEmpty();
        for (var list = tagged.ReadSequence(); list.HasData;)
        {
            var extension = list.ReadSequence();
            var type = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();

            // 4.2: none twice.
            if (!extensions.TryAdd(type, new(critical, extension.ReadOctetString()))) throw new AsnContentException("An extension comes twice.");
            extension.ThrowIfNotEmpty();
        }

        tagged.ThrowIfNotEmpty();
        return extensions;
    }

    // Some makers' certificates count bits of the signature as unused, or pad the numbers of an ECDSA signature.
    private static bool HasDefect(ReadOnlyMemory<byte> encoded, string algorithm)
    {
        if (!AsnDecoder.TryReadPrimitiveBitString(encoded.Span, AsnEncodingRules.BER, out var unused, out var bits, out _)) return true;
        if (unused != 0) return true;
        if (!algorithm.StartsWith(EcdsaSignatures, StringComparison.Ordinal)) return false;
        try
        {
            var reader = new AsnReader(bits.ToArray(), AsnEncodingRules.DER);
            var numbers = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            numbers.ReadIntegerBytes();
            numbers.ReadIntegerBytes();
            numbers.ThrowIfNotEmpty();
            return false;
        }
        catch (AsnContentException)
        {
            return true;
        }
    }

    // FIDO metadata names keys by SHA-1; nothing rests on it but the search.
    private static string Identifier(ReadOnlySpan<byte> bits) => Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, bits));
}
