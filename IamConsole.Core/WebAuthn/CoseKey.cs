using System.Security.Cryptography;
using NSec.Cryptography;
using PublicKey = NSec.Cryptography.PublicKey;

namespace IamConsole.Core.WebAuthn;

/// <summary>
/// A credential's public key (RFC 9052, section 7; WebAuthn Level 3, 5.8.5 and 6.5.1.1), imported when it is read, so that a
/// key which is no key is refused at once. Verifying with one key from several threads at a time is not allowed.
/// </summary>
public sealed class CoseKey : IDisposable
{
    private readonly AsymmetricAlgorithm? _key;
    private readonly PublicKey? _edwards;

    internal CoseKey(ReadOnlyMemory<byte> encoded, CoseAlgorithm algorithm, AsymmetricAlgorithm key) =>
        (Encoded, Algorithm, _key) = (encoded, algorithm, key);

    internal CoseKey(ReadOnlyMemory<byte> encoded, PublicKey edwards) =>
        (Encoded, Algorithm, _edwards) = (encoded, CoseAlgorithm.EdDsa, edwards);

    /// <summary>The COSE_Key structure as it came.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The one algorithm that the key says it is for.</summary>
    public CoseAlgorithm Algorithm { get; }

    /// <summary>Coordinates of a key on a P curve, big-endian, as long as the field; otherwise null.</summary>
    public ECPoint? Point { get; internal init; }

    /// <summary>Modulus and exponent of an RSA key, big-endian without leading zeros; otherwise null.</summary>
    public RSAParameters? Rsa { get; internal init; }

    /// <summary>Reads exactly one key in CTAP2 canonical form, or names what is wrong with it.</summary>
    public static Result<CoseKey> Read(ReadOnlyMemory<byte> encoded) => CoseKeyReader.Read(encoded);

    /// <summary>Whether <paramref name="signature"/> over <paramref name="data"/> is by this key. ECDSA signatures are DER.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return _key switch
            {
                ECDsa key => key.VerifyData(data, signature, Hash(Algorithm), DSASignatureFormat.Rfc3279DerSequence),
                RSA key => key.VerifyData(data, signature, Hash(Algorithm), Padding(Algorithm)),
                _ => SignatureAlgorithm.Ed25519.Verify(_edwards!, data, signature),
            };
        }
        catch (CryptographicException)
        {
            // Some platforms throw for what is no signature at all.
            return false;
        }
    }

    /// <summary>Frees the platform's key.</summary>
    public void Dispose() => _key?.Dispose();

    private static HashAlgorithmName Hash(CoseAlgorithm algorithm) => algorithm switch
    {
        CoseAlgorithm.Es384 or CoseAlgorithm.Ps384 or CoseAlgorithm.Rs384 => HashAlgorithmName.SHA384,
        CoseAlgorithm.Es512 or CoseAlgorithm.Ps512 or CoseAlgorithm.Rs512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    private static RSASignaturePadding Padding(CoseAlgorithm algorithm) =>
        algorithm is CoseAlgorithm.Ps256 or CoseAlgorithm.Ps384 or CoseAlgorithm.Ps512 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
}
