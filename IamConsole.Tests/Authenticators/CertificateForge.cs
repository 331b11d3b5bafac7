using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Tests.Authenticators;

/// <summary>Writes a certificate byte by byte, so that every part can be wrong. Valid as long as nothing is changed.</summary>
public sealed class CertificateForge
{
    /// <summary>When everything is valid.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private const byte Sequence = 0x30;

    public int Version { get; set; } = 3;

    public byte[] Subject { get; set; } = Name("CN=Software Authenticator, OU=Authenticator Attestation, O=Example, C=SE");

    public DateTimeOffset NotBefore { get; set; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset NotAfter { get; set; } = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>In the order in which they are written.</summary>
    public List<ForgedExtension> Extensions { get; } = [ForgedExtension.Authority(false)];

    /// <summary>SubjectPublicKeyInfo; null for the key that is certified.</summary>
    public byte[]? PublicKeyInfo { get; set; }

    /// <summary>Changes the signature's BIT STRING.</summary>
    public Func<byte[], byte[]> BendSignature { get; set; } = bits => bits;

    /// <summary>Changes the whole.</summary>
    public Func<byte[], byte[]> Bend { get; set; } = der => der;

    public static byte[] Name(string name) => new X500DistinguishedName(name).RawData;

    public void Without(string oid) => Extensions.RemoveAll(e => e.Oid == oid);

    public void Replace(ForgedExtension extension)
    {
        Without(extension.Oid);
        Extensions.Add(extension);
    }

    /// <summary>DER, unless a part was changed to something else: nothing is checked.</summary>
    public byte[] Issue(SoftwareKey key, byte[] issuer, SoftwareKey issuerKey)
    {
        var body = Body(key, issuer, issuerKey);
        var bits = ForgedExtension.Der(writer => writer.WriteBitString(issuerKey.Sign(body)));
        return Bend(Wrap(Sequence, [.. body, .. issuerKey.SignatureAlgorithmIdentifier(), .. BendSignature(bits)]));
    }

    private byte[] Body(SoftwareKey key, byte[] issuer, SoftwareKey issuerKey)
    {
        var version = Version == 1 ? [] : Wrap(0xa0, ForgedExtension.Der(writer => writer.WriteInteger(Version - 1)));
        var serialNumber = ForgedExtension.Der(writer => writer.WriteIntegerUnsigned([0x01, .. RandomNumberGenerator.GetBytes(15)]));
        var notBefore = ForgedExtension.Der(writer => writer.WriteUtcTime(NotBefore));
        var notAfter = ForgedExtension.Der(writer => writer.WriteUtcTime(NotAfter));
        var extensions = Version == 3 && Extensions.Count > 0 ? Wrap(0xa3, Wrap(Sequence, [.. Extensions.SelectMany(Write)])) : [];
        return Wrap(Sequence,
        [
            .. version, .. serialNumber, .. issuerKey.SignatureAlgorithmIdentifier(), .. issuer, .. Wrap(Sequence, [.. notBefore, .. notAfter]),
            .. Subject, .. PublicKeyInfo ?? key.PublicKeyInfo(), .. extensions,
        ]);
    }

    private static byte[] Write(ForgedExtension extension) => ForgedExtension.Der(writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(extension.Oid);
            if (extension.IsCritical) writer.WriteBoolean(true);
            writer.WriteOctetString(extension.Value);
        }
    });

    private static byte[] Wrap(byte tag, byte[] content)
    {
        var wrapped = ForgedExtension.Der(writer => writer.WriteOctetString(content));
        wrapped[0] = tag;
        return wrapped;
    }
}
