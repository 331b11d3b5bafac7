using System.Buffers.Binary;
using System.Security.Cryptography;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Tpm;

/// <summary>TPMT_PUBLIC (TPM 2.0 Part 2, 12.2.4) of an RSA or elliptic curve key.</summary>
internal sealed class TpmPublicArea
{
    private const int DefaultExponent = 65537;

    private readonly ReadOnlyMemory<byte> _raw;
    private readonly ushort _nameAlgorithm;

    private TpmPublicArea(ReadOnlyMemory<byte> raw, ushort nameAlgorithm) => (_raw, _nameAlgorithm) = (raw, nameAlgorithm);

    /// <summary>nameAlg || hash of the structure (Part 1, section 16); null for a hash that is unknown.</summary>
    public byte[]? Name => TpmAlgorithm.Hash(_nameAlgorithm) is { } hash
        ? [(byte)(_nameAlgorithm >> 8), (byte)_nameAlgorithm, .. CryptographicOperations.HashData(hash, _raw.Span)]
        : null;

    private ReadOnlyMemory<byte> Modulus { get; init; }

    private uint Exponent { get; init; }

    private ushort Curve { get; init; }

    private ReadOnlyMemory<byte> X { get; init; }

    private ReadOnlyMemory<byte> Y { get; init; }

    public static TpmPublicArea? Read(ReadOnlyMemory<byte> raw)
    {
        var reader = new TpmReader(raw);
        var type = reader.UInt16();
        var nameAlgorithm = reader.UInt16();
        reader.UInt32(); // objectAttributes
        reader.Sized(); // authPolicy
        SkipSymmetric(ref reader);
        var area = type switch
        {
            TpmAlgorithm.Rsa => ReadRsa(ref reader, raw, nameAlgorithm),
            TpmAlgorithm.Ecc => ReadPoint(ref reader, raw, nameAlgorithm),
            _ => null,
        };
        return reader.IsComplete ? area : null;
    }

    /// <summary>Whether the public key that parameters and unique describe is this one.</summary>
    public bool Is(CoseKey key)
    {
        if (key.Rsa is { } rsa)
        {
            Span<byte> exponent = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(exponent, Exponent);
            return !Modulus.IsEmpty && Same(Modulus.Span, rsa.Modulus) && Same(exponent, rsa.Exponent);
        }

        // Part 2, 6.4: TPM_ECC_NIST_P256, P384 and P521.
        var curve = key.Point?.X?.Length switch { 32 => 3, 48 => 4, 66 => 5, _ => 0 };
        return curve != 0 && Curve == curve && key.Point is { } point && Same(X.Span, point.X) && Same(Y.Span, point.Y);
    }

    private static TpmPublicArea ReadRsa(ref TpmReader reader, ReadOnlyMemory<byte> raw, ushort nameAlgorithm)
    {
        if (reader.UInt16() is not (TpmAlgorithm.Null or TpmAlgorithm.RsaEs)) reader.UInt16(); // scheme with its hash
        reader.UInt16(); // keyBits
        var exponent = reader.UInt32();
        return new(raw, nameAlgorithm) { Exponent = exponent == 0 ? DefaultExponent : exponent, Modulus = reader.Sized() };
    }

    private static TpmPublicArea ReadPoint(ref TpmReader reader, ReadOnlyMemory<byte> raw, ushort nameAlgorithm)
    {
        var scheme = reader.UInt16();
        if (scheme != TpmAlgorithm.Null) reader.UInt16(); // its hash
        if (scheme == TpmAlgorithm.EcDaa) reader.UInt16(); // its count
        var curve = reader.UInt16();
        if (reader.UInt16() != TpmAlgorithm.Null) reader.UInt16(); // kdf with its hash
        return new(raw, nameAlgorithm) { Curve = curve, X = reader.Sized(), Y = reader.Sized() };
    }

    // TPMT_SYM_DEF_OBJECT: algorithm, and unless it is none, key bits and mode.
    private static void SkipSymmetric(ref TpmReader reader)
    {
        if (reader.UInt16() != TpmAlgorithm.Null) reader.Bytes(4);
    }

    // Numbers, whether or not a side pads them with zeros.
    private static bool Same(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => a.TrimStart((byte)0).SequenceEqual(b.TrimStart((byte)0));
}
