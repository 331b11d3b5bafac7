using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Formats.Cbor;
using System.Security.Cryptography;
using IamConsole.Core.WebAuthn;
using NSec.Cryptography;

namespace IamConsole.Tests.Authenticators;

/// <summary>A private key for one COSE algorithm: of a credential, of an attestation certificate, of an authority.</summary>
public sealed class SoftwareKey
{
    // Making an RSA key takes longer than everything else together.
    private static readonly ConcurrentDictionary<string, RSA> RsaKeys = new();

    private readonly ECDsa? _ec;
    private readonly RSA? _rsa;
    private readonly Key? _edwards;

    private SoftwareKey(CoseAlgorithm algorithm, ECDsa? ec, RSA? rsa, Key? edwards) => (Algorithm, _ec, _rsa, _edwards) = (algorithm, ec, rsa, edwards);

    public CoseAlgorithm Algorithm { get; }

    public ECPoint? Point => _ec?.ExportParameters(false).Q;

    public RSAParameters? Rsa => _rsa?.ExportParameters(false);

    public byte[]? Edwards => _edwards?.PublicKey.Export(KeyBlobFormat.RawPublicKey);

    public HashAlgorithmName Hash => Algorithm switch
    {
        CoseAlgorithm.Es384 or CoseAlgorithm.Rs384 or CoseAlgorithm.Ps384 => HashAlgorithmName.SHA384,
        CoseAlgorithm.Es512 or CoseAlgorithm.Rs512 or CoseAlgorithm.Ps512 or CoseAlgorithm.EdDsa => HashAlgorithmName.SHA512,
        CoseAlgorithm.Rs1 => HashAlgorithmName.SHA1,
        _ => HashAlgorithmName.SHA256,
    };

    /// <param name="algorithm">What it signs with.</param>
    /// <param name="use">RSA keys of the same use and size are the same key.</param>
    /// <param name="bits">The size of an RSA key.</param>
    public static SoftwareKey Create(CoseAlgorithm algorithm, string use = "credential", int bits = 2048) => algorithm switch
    {
        CoseAlgorithm.Es256 => new(algorithm, ECDsa.Create(ECCurve.NamedCurves.nistP256), null, null),
        CoseAlgorithm.Es384 => new(algorithm, ECDsa.Create(ECCurve.NamedCurves.nistP384), null, null),
        CoseAlgorithm.Es512 => new(algorithm, ECDsa.Create(ECCurve.NamedCurves.nistP521), null, null),
        CoseAlgorithm.EdDsa => new(algorithm, null, null, Key.Create(SignatureAlgorithm.Ed25519)),
        _ => new(algorithm, null, RsaKeys.GetOrAdd($"{use} {bits}", _ => RSA.Create(bits)), null),
    };

    /// <summary>As authenticators and certificates sign: ECDSA in DER.</summary>
    public byte[] Sign(byte[] data)
    {
        if (_ec is not null) return _ec.SignData(data, Hash, DSASignatureFormat.Rfc3279DerSequence);
        if (_edwards is not null) return SignatureAlgorithm.Ed25519.Sign(_edwards, data);
        var pss = Algorithm is CoseAlgorithm.Ps256 or CoseAlgorithm.Ps384 or CoseAlgorithm.Ps512;

        // The one RSA key may be in use by several tests.
        lock (_rsa!) return _rsa.SignData(data, Hash, pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }

    /// <summary>The COSE_Key; <paramref name="statedAlgorithm"/> and <paramref name="curve"/> may lie.</summary>
    public byte[] Cose(CoseAlgorithm? statedAlgorithm = null, int? curve = null)
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(_ec is not null ? 5 : 4);
        Member(writer, 1, _ec is not null ? 2 : _rsa is not null ? 3 : 1);
        Member(writer, 3, (int)(statedAlgorithm ?? Algorithm));
        if (_rsa is not null)
        {
            Member(writer, -1, Rsa!.Value.Modulus!);
            Member(writer, -2, Rsa!.Value.Exponent!);
        }
        else
        {
            Member(writer, -1, curve ?? Algorithm switch { CoseAlgorithm.EdDsa => 6, CoseAlgorithm.Es384 => 2, CoseAlgorithm.Es512 => 3, _ => 1 });
            Member(writer, -2, Edwards ?? Point!.Value.X!);
            if (_ec is not null) Member(writer, -3, Point!.Value.Y!);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public byte[] PublicKeyInfo()
    {
        if (_ec is not null) return _ec.ExportSubjectPublicKeyInfo();
        if (_rsa is not null) return _rsa.ExportSubjectPublicKeyInfo();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence()) writer.WriteObjectIdentifier("1.3.101.112");
            writer.WriteBitString(Edwards!);
        }

        return writer.Encode();
    }

    /// <summary>AlgorithmIdentifier of a certificate that this key signs.</summary>
    public byte[] SignatureAlgorithmIdentifier()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Algorithm switch
            {
                CoseAlgorithm.Es256 => "1.2.840.10045.4.3.2",
                CoseAlgorithm.Es384 => "1.2.840.10045.4.3.3",
                CoseAlgorithm.Es512 => "1.2.840.10045.4.3.4",
                CoseAlgorithm.EdDsa => "1.3.101.112",
                CoseAlgorithm.Rs256 => "1.2.840.113549.1.1.11",
                _ => throw new NotSupportedException($"Authorities do not sign with {Algorithm}."),
            });
            if (_rsa is not null) writer.WriteNull();
        }

        return writer.Encode();
    }

    private static void Member(CborWriter writer, int label, int value)
    {
        writer.WriteInt32(label);
        writer.WriteInt32(value);
    }

    private static void Member(CborWriter writer, int label, byte[] value)
    {
        writer.WriteInt32(label);
        writer.WriteByteString(value);
    }
}
