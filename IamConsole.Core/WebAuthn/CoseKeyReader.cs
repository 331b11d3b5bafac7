using System.Formats.Cbor;
using System.Security.Cryptography;
using NSec.Cryptography;
using PublicKey = NSec.Cryptography.PublicKey;

namespace IamConsole.Core.WebAuthn;

/// <summary>Reads a COSE_Key: each algorithm with its own key type, curve and lengths (RFC 9053, 7.1 and 7.2; RFC 8230, 4).</summary>
internal static class CoseKeyReader
{
    private const int MaxLength = 2048;
    private const int KeyType = 1, Algorithm = 3, CurveOrModulus = -1, XOrExponent = -2, Y = -3;
    private const int Okp = 1, Ec2 = 2, Rsa = 3;
    private const int Ed25519Curve = 6;

    public static Result<CoseKey> Read(ReadOnlyMemory<byte> encoded)
    {
        if (encoded.Length > MaxLength) return WebAuthnErrors.MalformedKey;
        if (CborShape.Measure(encoded.Span) != encoded.Length) return WebAuthnErrors.MalformedCbor;
        try
        {
            return Read(encoded, Members(encoded));
        }
        catch (Exception error) when (error is CborContentException or InvalidOperationException or OverflowException)
        {
            return WebAuthnErrors.MalformedKey;
        }
        catch (CryptographicException)
        {
            // The platform's import found the point off the curve, or the key otherwise impossible.
            return WebAuthnErrors.InvalidKey;
        }
    }

    private static Result<CoseKey> Read(ReadOnlyMemory<byte> encoded, Dictionary<int, object> members)
    {
        var algorithm = (CoseAlgorithm)(members.GetValueOrDefault(Algorithm) as int? ?? 0);
        var type = members.GetValueOrDefault(KeyType) as int? ?? 0;
        return algorithm switch
        {
            CoseAlgorithm.Es256 when type == Ec2 => ReadPoint(encoded, members, algorithm, 1, ECCurve.NamedCurves.nistP256, 32),
            CoseAlgorithm.Es384 when type == Ec2 => ReadPoint(encoded, members, algorithm, 2, ECCurve.NamedCurves.nistP384, 48),
            CoseAlgorithm.Es512 when type == Ec2 => ReadPoint(encoded, members, algorithm, 3, ECCurve.NamedCurves.nistP521, 66),
            CoseAlgorithm.EdDsa when type == Okp => ReadEdwards(encoded, members),
            CoseAlgorithm.Rs256 or CoseAlgorithm.Rs384 or CoseAlgorithm.Rs512
                or CoseAlgorithm.Ps256 or CoseAlgorithm.Ps384 or CoseAlgorithm.Ps512 when type == Rsa => ReadRsa(encoded, members, algorithm),
            CoseAlgorithm.Es256 or CoseAlgorithm.Es384 or CoseAlgorithm.Es512 or CoseAlgorithm.EdDsa
                or CoseAlgorithm.Rs256 or CoseAlgorithm.Rs384 or CoseAlgorithm.Rs512
                or CoseAlgorithm.Ps256 or CoseAlgorithm.Ps384 or CoseAlgorithm.Ps512 => WebAuthnErrors.KeyTypeDoesNotFit,
            _ => WebAuthnErrors.UnknownAlgorithm,
        };
    }

    private static Result<CoseKey> ReadPoint(
        ReadOnlyMemory<byte> encoded, Dictionary<int, object> members, CoseAlgorithm algorithm, int curve, ECCurve named, int length)
    {
        if (members.GetValueOrDefault(CurveOrModulus) is not int stated || stated != curve) return WebAuthnErrors.WrongCurve;

        // 5.8.5: never the compressed form, in which y is a boolean.
        if (members.GetValueOrDefault(XOrExponent) is not byte[] x || members.GetValueOrDefault(Y) is not byte[] y
            || x.Length != length || y.Length != length)
            return WebAuthnErrors.MalformedKey;
        var point = new ECPoint { X = x, Y = y };
        return new CoseKey(encoded, algorithm, ECDsa.Create(new ECParameters { Curve = named, Q = point })) { Point = point };
    }

    private static Result<CoseKey> ReadEdwards(ReadOnlyMemory<byte> encoded, Dictionary<int, object> members)
    {
        if (members.GetValueOrDefault(CurveOrModulus) is not Ed25519Curve) return WebAuthnErrors.WrongCurve;
        if (members.GetValueOrDefault(XOrExponent) is not byte[] { Length: 32 } x) return WebAuthnErrors.MalformedKey;
        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, x, KeyBlobFormat.RawPublicKey, out var key) && key is not null
            ? new CoseKey(encoded, key)
            : WebAuthnErrors.InvalidKey;
    }

    // 2,048 to 8,192 bits and an exponent of at most four bytes: nothing that would make a verification slow.
    private static Result<CoseKey> ReadRsa(ReadOnlyMemory<byte> encoded, Dictionary<int, object> members, CoseAlgorithm algorithm)
    {
        if (members.GetValueOrDefault(CurveOrModulus) is not byte[] { Length: >= 256 and <= 1024 } modulus
            || members.GetValueOrDefault(XOrExponent) is not byte[] { Length: >= 1 and <= 4 } exponent
            || modulus[0] == 0 || exponent[0] == 0 || exponent is [<= 1] || (exponent[^1] & 1) == 0 || (modulus[^1] & 1) == 0)
            return WebAuthnErrors.MalformedKey;
        var parameters = new RSAParameters { Modulus = modulus, Exponent = exponent };
        return new CoseKey(encoded, algorithm, RSA.Create(parameters)) { Rsa = parameters };
    }

    // Members that no algorithm of ours uses (key id, operations) are skipped.
    private static Dictionary<int, object> Members(ReadOnlyMemory<byte> encoded)
    {
        var reader = new CborReader(encoded, CborConformanceMode.Ctap2Canonical);
        var members = new Dictionary<int, object>();
        for (var left = reader.ReadStartMap() ?? 0; left > 0; left--)
        {
            var label = reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger ? reader.ReadInt32() : 0;
            if (label == 0 && reader.PeekState() is CborReaderState.TextString) reader.SkipValue();
            object? value = reader.PeekState() switch
            {
                CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt32(),
                CborReaderState.ByteString => reader.ReadByteString(),
                _ => null,
            };
            if (value is null) reader.SkipValue();
            else if (label != 0) members[label] = value;
        }

        reader.ReadEndMap();
        return members;
    }
}
