using System.Formats.Asn1;
using System.Formats.Cbor;
using System.Security.Cryptography;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>A certificate's public key, which verifies as a COSE key does: with the same algorithms, bounds and checks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">x of a point, the modulus, or the Ed25519 key.</param>
/// <param name="Second">y of a point, or the exponent.</param>
internal sealed record CertificateKey(CertificateKeyKind Kind, byte[] First, byte[] Second)
{
    private const string Ec = "1.2.840.10045.2.1", Rsa = "1.2.840.113549.1.1.1", Ed25519 = "1.3.101.112";

    /// <summary>Reads a SubjectPublicKeyInfo; null for a kind of key that is not ours.</summary>
    /// <param name="der">The structure.</param>
    /// <param name="bits">The key's own bytes.</param>
    public static CertificateKey? Read(ReadOnlyMemory<byte> der, out ReadOnlySpan<byte> bits)
    {
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var algorithm = sequence.ReadSequence();
        var type = algorithm.ReadObjectIdentifier();
        var curve = type == Ec && algorithm.HasData && algorithm.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier)
            ? algorithm.ReadObjectIdentifier()
            : null;
        var key = sequence.ReadBitString(out var unused);
        sequence.ThrowIfNotEmpty();
        bits = key;
        if (unused != 0) return null;
        return type switch
        {
            Ec => Point(curve, key),
            Rsa => Numbers(key),
            Ed25519 when key.Length == 32 => new(CertificateKeyKind.Ed25519, key, []),
            _ => null,
        };
    }

    /// <summary>Whether the signature is good; null when the key is no valid key.</summary>
    public bool? Verify(CoseAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        // Credentials may not use RS1, so that a COSE key knows none: the key is checked as one for RS256.
        var key = CoseKey.Read(Encode(algorithm == CoseAlgorithm.Rs1 ? CoseAlgorithm.Rs256 : algorithm)).Value;
        if (key is null) return null;
        using (key) return algorithm == CoseAlgorithm.Rs1 ? VerifySha1(data, signature) : key.Verify(data, signature);
    }

    /// <summary>Whether it is the same key.</summary>
    public bool Is(CoseKey key) => Kind switch
    {
        CertificateKeyKind.Rsa => key.Rsa is { } rsa && First.AsSpan().SequenceEqual(rsa.Modulus) && Second.AsSpan().SequenceEqual(rsa.Exponent),
        CertificateKeyKind.Ed25519 => Encode(CoseAlgorithm.EdDsa).AsSpan().SequenceEqual(key.Encoded.Span),

        // WebAuthn binds one curve to each length.
        CertificateKeyKind.P256 or CertificateKeyKind.P384 or CertificateKeyKind.P521 =>
            key.Point is { } point && First.AsSpan().SequenceEqual(point.X) && Second.AsSpan().SequenceEqual(point.Y),
    };

    private static CertificateKey? Point(string? curve, byte[] key)
    {
        (CertificateKeyKind Kind, int Length)? known = curve switch
        {
            "1.2.840.10045.3.1.7" => (CertificateKeyKind.P256, 32),
            "1.3.132.0.34" => (CertificateKeyKind.P384, 48),
            "1.3.132.0.35" => (CertificateKeyKind.P521, 66),
            _ => null,
        };
        return known is var (kind, length) && key.Length == 1 + (2 * length) && key[0] == 0x04
            ? new(kind, key[1..(1 + length)], key[(1 + length)..])
            : null;
    }

    private static CertificateKey? Numbers(byte[] key)
    {
        try
        {
            var reader = new AsnReader(key, AsnEncodingRules.DER);
            var sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var (modulus, exponent) = (sequence.ReadIntegerBytes(), sequence.ReadIntegerBytes());
            sequence.ThrowIfNotEmpty();
            return new(CertificateKeyKind.Rsa, modulus.TrimStart((byte)0).ToArray(), exponent.TrimStart((byte)0).ToArray());
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // RFC 9052, section 7, in CTAP2 canonical order.
    private byte[] Encode(CoseAlgorithm algorithm)
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(Kind switch { CertificateKeyKind.Rsa => 4, CertificateKeyKind.Ed25519 => 4, _ => 5 });
        var (type, curve) = Kind switch
        {
            CertificateKeyKind.Ed25519 => (1, 6),
            CertificateKeyKind.P256 => (2, 1),
            CertificateKeyKind.P384 => (2, 2),
            CertificateKeyKind.P521 => (2, 3),
            CertificateKeyKind.Rsa => (3, 0),
        };
        writer.WriteInt32(1);
        writer.WriteInt32(type);
        writer.WriteInt32(3);
        writer.WriteInt32((int)algorithm);
        var label = -1;
        if (curve != 0)
        {
            writer.WriteInt32(label--);
            writer.WriteInt32(curve);
        }

        writer.WriteInt32(label--);
        writer.WriteByteString(First);
        if (Kind != CertificateKeyKind.Ed25519)
        {
            writer.WriteInt32(label);
            writer.WriteByteString(Second);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private bool VerifySha1(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = RSA.Create(new RSAParameters { Modulus = First, Exponent = Second });
        return key.VerifyData(data, signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }
}
