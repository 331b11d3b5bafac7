using System.Formats.Cbor;
using System.Security.Cryptography;
using IamConsole.Core;
using IamConsole.Core.WebAuthn;
using NSec.Cryptography;

namespace IamConsole.Tests.Core.WebAuthn;

/// <summary>Keys of every algorithm, and keys that are none.</summary>
public sealed class CoseKeyTests
{
    private static readonly byte[] Message = "what was signed"u8.ToArray();

    [Theory]
    [InlineData(-7, "1.2.840.10045.3.1.7", 1)]
    [InlineData(-35, "1.3.132.0.34", 2)]
    [InlineData(-36, "1.3.132.0.35", 3)]
    public void Verifies_ECDSA_on_the_curve_of_the_algorithm(int algorithm, string curve, int cose)
    {
        using var signer = ECDsa.Create(ECCurve.CreateFromValue(curve));
        var hash = algorithm switch { -7 => HashAlgorithmName.SHA256, -35 => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 };
        var point = signer.ExportParameters(false).Q;
        using var key = Read((1, 2), (3, algorithm), (-1, cose), (-2, point.X!), (-3, point.Y!)).Value;
        var signature = signer.SignData(Message, hash, DSASignatureFormat.Rfc3279DerSequence);
        AssertVerifies(key, signature);
    }

    [Theory]
    [InlineData(-257)]
    [InlineData(-258)]
    [InlineData(-259)]
    [InlineData(-37)]
    [InlineData(-38)]
    [InlineData(-39)]
    public void Verifies_RSA_with_both_paddings(int algorithm)
    {
        using var signer = RSA.Create(2048);
        var hash = algorithm switch { -257 or -37 => HashAlgorithmName.SHA256, -258 or -38 => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 };
        var parameters = signer.ExportParameters(false);
        using var key = Read((1, 3), (3, algorithm), (-1, parameters.Modulus!), (-2, parameters.Exponent!)).Value;
        AssertVerifies(key, signer.SignData(Message, hash, algorithm < -100 ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss));
    }

    [Fact]
    public void Verifies_Ed25519()
    {
        using var signer = Key.Create(SignatureAlgorithm.Ed25519);
        using var key = Read((1, 1), (3, -8), (-1, 6), (-2, signer.PublicKey.Export(KeyBlobFormat.RawPublicKey))).Value;
        AssertVerifies(key, SignatureAlgorithm.Ed25519.Sign(signer, Message));
    }

    [Fact]
    public void Keys_that_are_none_are_refused_by_name()
    {
        using var signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (x, y) = (signer.ExportParameters(false).Q.X!, signer.ExportParameters(false).Q.Y!);
        byte[] off = [.. y[..31], (byte)(y[31] ^ 1)];
        Assert.Equal(WebAuthnErrors.InvalidKey, Read((1, 2), (3, -7), (-1, 1), (-2, x), (-3, off)).Error);
        Assert.Equal(WebAuthnErrors.InvalidKey, Read((1, 2), (3, -7), (-1, 1), (-2, new byte[32]), (-3, new byte[32])).Error);
        Assert.Equal(WebAuthnErrors.WrongCurve, Read((1, 2), (3, -7), (-1, 2), (-2, x), (-3, y)).Error);
        Assert.Equal(WebAuthnErrors.WrongCurve, Read((1, 2), (3, -35), (-1, 1), (-2, x), (-3, y)).Error);
        Assert.Equal(WebAuthnErrors.WrongCurve, Read((1, 2), (3, -7), (-1, 8), (-2, x), (-3, y)).Error); // secp256k1
        Assert.Equal(WebAuthnErrors.KeyTypeDoesNotFit, Read((1, 3), (3, -7), (-1, 1), (-2, x), (-3, y)).Error);
        Assert.Equal(WebAuthnErrors.KeyTypeDoesNotFit, Read((1, 2), (3, -257), (-1, x), (-2, y)).Error);
        Assert.Equal(WebAuthnErrors.MalformedKey, Read((1, 2), (3, -7), (-1, 1), (-2, x[1..]), (-3, y)).Error);
        Assert.Equal(WebAuthnErrors.MalformedKey, Read((1, 2), (3, -7), (-1, 1), (-2, x)).Error);
        Assert.Equal(WebAuthnErrors.UnknownAlgorithm, Read((1, 2), (3, -65535), (-1, 1), (-2, x), (-3, y)).Error);
        Assert.Equal(WebAuthnErrors.UnknownAlgorithm, Read((1, 2), (-1, 1), (-2, x), (-3, y)).Error);
        Assert.Equal(WebAuthnErrors.MalformedKey, Read((1, 1), (3, -8), (-1, 6), (-2, x[1..])).Error);
        Assert.Equal(WebAuthnErrors.WrongCurve, Read((1, 1), (3, -8), (-1, 7), (-2, x)).Error); // Ed448
        Assert.Equal(WebAuthnErrors.MalformedKey, CoseKey.Read(Convert.FromHexString("a201020102")).Error); // a member twice
        Assert.Equal(WebAuthnErrors.MalformedKey, CoseKey.Read(Convert.FromHexString("a203260102")).Error); // not in canonical order
        Assert.Equal(WebAuthnErrors.MalformedKey, CoseKey.Read(Convert.FromHexString("80")).Error);
        Assert.Equal(WebAuthnErrors.MalformedCbor, CoseKey.Read(Convert.FromHexString("a0ff")).Error);
    }

    [Theory]
    [InlineData(1024, "010001")] // too short
    [InlineData(16384, "010001")] // slow
    [InlineData(2048, "01")] // every signature would hold
    [InlineData(2048, "010000")] // even
    [InlineData(2048, "0100000001")] // slow
    public void RSA_keys_that_are_weak_or_slow_are_refused(int bits, string exponent)
    {
        var modulus = new byte[bits / 8];
        (modulus[0], modulus[^1]) = (0x80, 1);
        Assert.Equal(WebAuthnErrors.MalformedKey, Read((1, 3), (3, -257), (-1, modulus), (-2, Convert.FromHexString(exponent))).Error);
    }

    [Fact]
    public void Known_keys_are_kept_up_to_their_number_and_given_to_one_taker_at_a_time()
    {
        using var keys = new KnownKeys(capacity: 2);
        using SoftwareKey first = new(), second = new(), third = new();
        var taken = keys.Take(first.CosePublicKey())!;
        var twin = keys.Take(first.CosePublicKey())!;
        Assert.NotSame(taken, twin);
        keys.Return(taken);
        keys.Return(twin);
        Assert.Same(taken, keys.Take(first.CosePublicKey()));
        keys.Return(taken);
        foreach (var other in new[] { second, third }) keys.Return(keys.Take(other.CosePublicKey())!);
        Assert.NotSame(taken, keys.Take(first.CosePublicKey()));
        Assert.Null(keys.Take(new byte[] { 1, 2, 3 }));
    }

    private static void AssertVerifies(CoseKey? key, byte[] signature)
    {
        Assert.NotNull(key);
        Assert.True(key.Verify(Message, signature));
        Assert.False(key.Verify([.. Message, 0], signature));
        for (var i = 0; i < signature.Length; i += 7)
            Assert.False(key.Verify(Message, [.. signature[..i], (byte)(signature[i] ^ 1), .. signature[(i + 1)..]]));
        Assert.False(key.Verify(Message, []));
        Assert.False(key.Verify(Message, signature.AsSpan(1)));
    }

    private static Result<CoseKey> Read(params (int Label, object Value)[] members)
    {
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(members.Length);
        foreach (var (label, value) in members)
        {
            writer.WriteInt32(label);
            if (value is int number) writer.WriteInt32(number);
            else writer.WriteByteString((byte[])value);
        }

        writer.WriteEndMap();
        return CoseKey.Read(writer.Encode());
    }
}
