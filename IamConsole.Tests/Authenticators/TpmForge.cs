using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IamConsole.Tests.Authenticators;

/// <summary>TPM 2.0 structures (Part 2, 10.12.8 and 12.2.4), valid as long as nothing is changed.</summary>
public sealed class TpmForge
{
    public uint Magic { get; set; } = 0xff544347;

    public ushort Type { get; set; } = 0x8017;

    /// <summary>11 is SHA-256.</summary>
    public ushort NameAlgorithm { get; set; } = 0x000b;

    /// <summary>The exponent as written; 0 stands for 65537.</summary>
    public uint Exponent { get; set; }

    /// <summary>The curve as written; null for the key's.</summary>
    public ushort? Curve { get; set; }

    /// <summary>Whether symmetric algorithm, scheme and key derivation are given instead of none.</summary>
    public bool Elaborate { get; set; }

    /// <summary>What is written for the digest of what is attested.</summary>
    public Func<byte[], byte[]> BendExtraData { get; set; } = digest => digest;

    public Func<byte[], byte[]> BendName { get; set; } = name => name;

    public Func<byte[], byte[]> BendPublicArea { get; set; } = area => area;

    public Func<byte[], byte[]> BendCertifyInfo { get; set; } = info => info;

    public byte[] PublicArea(SoftwareKey key)
    {
        byte[] symmetric = Elaborate ? [.. U16(0x0006), .. U16(128), .. U16(0x0043)] : U16(0x0010);
        byte[] head = [.. U16(key.Rsa is null ? 0x0023 : 0x0001), .. U16(NameAlgorithm), .. U32(0x00060472), .. Sized(new byte[32]), .. symmetric];
        if (key.Rsa is { } rsa)
        {
            byte[] scheme = Elaborate ? [.. U16(0x0014), .. U16(0x000b)] : U16(0x0010);
            return BendPublicArea([.. head, .. scheme, .. U16(rsa.Modulus!.Length * 8), .. U32(Exponent), .. Sized(rsa.Modulus)]);
        }

        var point = key.Point!.Value;
        var curve = Curve ?? point.X!.Length switch { 32 => 3, 48 => 4, _ => 5 };
        byte[] ecScheme = Elaborate ? [.. U16(0x001a), .. U16(0x000b), .. U16(1)] : U16(0x0010);
        byte[] derivation = Elaborate ? [.. U16(0x0020), .. U16(0x000b)] : U16(0x0010);
        return BendPublicArea([.. head, .. ecScheme, .. U16(curve), .. derivation, .. Sized(point.X!), .. Sized(point.Y!)]);
    }

    public byte[] CertifyInfo(byte[] publicArea, byte[] attested, HashAlgorithmName hash)
    {
        byte[] name = [.. U16(NameAlgorithm), .. CryptographicOperations.HashData(NameHash(), publicArea)];
        return BendCertifyInfo(
        [
            .. U32(Magic), .. U16(Type), .. Sized(RandomNumberGenerator.GetBytes(34)),
            .. Sized(BendExtraData(CryptographicOperations.HashData(hash, attested))),
            .. new byte[17], .. new byte[8], .. Sized(BendName(name)), .. Sized(RandomNumberGenerator.GetBytes(34)),
        ]);
    }

    /// <summary>A TPMT_SIGNATURE around an ECDSA or RSASSA signature.</summary>
    public static byte[] Wrap(SoftwareKey key, byte[] signature)
    {
        if (key.Rsa is not null) return [.. U16(0x0014), .. U16(0x000b), .. Sized(signature)];
        var reader = new System.Formats.Asn1.AsnReader(signature, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        var (r, s) = (reader.ReadIntegerBytes(), reader.ReadIntegerBytes());
        return [.. U16(0x0018), .. U16(0x000b), .. Sized(r.ToArray()), .. Sized(s.ToArray())];
    }

    private static byte[] Sized(byte[] bytes) => [.. U16(bytes.Length), .. bytes];

    private static byte[] U16(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private HashAlgorithmName NameHash() => NameAlgorithm switch
    {
        0x0004 => HashAlgorithmName.SHA1,
        0x000c => HashAlgorithmName.SHA384,
        0x000d => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}
