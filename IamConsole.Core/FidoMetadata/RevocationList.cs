using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// A certificate revocation list (RFC 5280, 5). The platform takes lists from its own store or from the network only, and
/// neither may decide here.
/// </summary>
/// <param name="Issuer">The issuer's name, DER.</param>
/// <param name="ThisUpdate">From when it is in force.</param>
/// <param name="NextUpdate">Until when; at the end of time where the list does not say.</param>
/// <param name="Revoked">Serial numbers, hexadecimal without leading zeros, upper case.</param>
/// <param name="IsWhole">False for a list that speaks for a part only, or has a critical extension that is not known.</param>
internal sealed record RevocationList(
    ReadOnlyMemory<byte> Issuer, DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, IReadOnlySet<string> Revoked, bool IsWhole)
{
    private ReadOnlyMemory<byte> Signed { get; init; }

    private string Algorithm { get; init; } = "";

    private byte[] Signature { get; init; } = [];

    public static Result<RevocationList> Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            var file = new AsnReader(der, AsnEncodingRules.DER);
            var list = file.ReadSequence();
            file.ThrowIfNotEmpty();
            var signed = list.ReadEncodedValue();
            var algorithm = list.ReadSequence().ReadObjectIdentifier();
            var signature = list.ReadBitString(out _);
            list.ThrowIfNotEmpty();
            return ReadContent(new AsnReader(signed, AsnEncodingRules.DER).ReadSequence()) with { Signed = signed, Algorithm = algorithm, Signature = signature };
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException or ArgumentException)
        {
            return MetadataErrors.CrlUnreadable;
        }
    }

    public bool IsSignedBy(X509Certificate2 issuer)
    {
        HashAlgorithmName? hash = Algorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => null,
        };
        if (hash is not { } name) return false;
        try
        {
            if (issuer.Extensions.OfType<X509KeyUsageExtension>().Any(e => !e.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign))) return false;
            using var elliptic = issuer.GetECDsaPublicKey();
            using var rsa = issuer.GetRSAPublicKey();
            return Algorithm.StartsWith("1.2.840.10045", StringComparison.Ordinal)
                ? elliptic?.VerifyData(Signed.Span, Signature, name, DSASignatureFormat.Rfc3279DerSequence) == true
                : rsa?.VerifyData(Signed.Span, Signature, name, RSASignaturePadding.Pkcs1) == true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static RevocationList ReadContent(AsnReader content)
    {
        if (content.PeekTag() == Asn1Tag.Integer) content.ReadInteger();
        content.ReadSequence();
        var issuer = content.ReadEncodedValue();
        var from = ReadTime(content);
        var until = content.HasData && content.PeekTag() is { TagClass: TagClass.Universal, TagValue: (int)UniversalTagNumber.UtcTime or (int)UniversalTagNumber.GeneralizedTime }
            ? ReadTime(content) : DateTimeOffset.MaxValue;
        var (revoked, isWhole) = (new HashSet<string>(StringComparer.Ordinal), true);
        if (content.HasData && content.PeekTag() == Asn1Tag.Sequence)
        {
            for (var rows = content.ReadSequence(); rows.HasData;)
            {
                var row = rows.ReadSequence();
                revoked.Add(Convert.ToHexString(row.ReadIntegerBytes().Span).TrimStart('0'));
                ReadTime(row);
                isWhole &= !row.HasData || !HasCritical(row.ReadSequence());
            }
        }

        var extensions = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        if (content.HasData && content.PeekTag() == extensions) isWhole &= !HasCritical(content.ReadSequence(extensions).ReadSequence());
        return new RevocationList(issuer, from, until, revoked, isWhole);
    }

    // Such extensions narrow what a list speaks for, or move an entry to another issuer: then it proves no absence.
    private static bool HasCritical(AsnReader extensions)
    {
        var critical = false;
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            extension.ReadObjectIdentifier();
            critical |= extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
        }

        return critical;
    }

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().TagValue == (int)UniversalTagNumber.UtcTime ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
