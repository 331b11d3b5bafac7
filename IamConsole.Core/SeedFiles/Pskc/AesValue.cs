using System.Security.Cryptography;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>An AES algorithm of XML Encryption.</summary>
/// <param name="KeyLength">Bytes of its key.</param>
/// <param name="Mode">How it is used.</param>
internal sealed record AesValue(int KeyLength, AesValue.AesMode Mode)
{
    private const int Block = 16;
    private const int GcmNonce = 12;

    /// <summary>Ways to use AES.</summary>
    internal enum AesMode
    {
        /// <summary>XML Encryption, section 5.2.2.</summary>
        Cbc,

        /// <summary>XML Encryption 1.1, section 5.2.4.</summary>
        Gcm,

        /// <summary>RFC 3394 and RFC 5649.</summary>
        KeyWrap,
    }

    /// <summary>Whether a changed value is noticed without a MAC.</summary>
    public bool HasIntegrity => Mode is not AesMode.Cbc;

    /// <summary>By its URI, of which the fragment tells; null where it is none of ours.</summary>
    public static AesValue? Find(string? uri) => (uri ?? "").Split('#')[^1].ToLowerInvariant() switch
    {
        "aes128-cbc" => new(16, AesMode.Cbc),
        "aes192-cbc" => new(24, AesMode.Cbc),
        "aes256-cbc" => new(32, AesMode.Cbc),
        "aes128-gcm" => new(16, AesMode.Gcm),
        "aes192-gcm" => new(24, AesMode.Gcm),
        "aes256-gcm" => new(32, AesMode.Gcm),
        "kw-aes128" or "kw-aes-128-pad" or "kw-aes128-pad" => new(16, AesMode.KeyWrap),
        "kw-aes192" or "kw-aes-192-pad" or "kw-aes192-pad" => new(24, AesMode.KeyWrap),
        "kw-aes256" or "kw-aes-256-pad" or "kw-aes256-pad" => new(32, AesMode.KeyWrap),
        _ => null,
    };

    /// <summary>The plain value, or null. Without <paramref name="iv"/> the cipher value begins with it.</summary>
    public byte[]? Decrypt(ReadOnlySpan<byte> key, byte[]? iv, ReadOnlySpan<byte> cipher)
    {
        if (Mode is AesMode.Gcm) return Gcm(key, cipher);
        using var aes = Aes.Create();
        aes.SetKey(key);
        return Mode is AesMode.KeyWrap ? KeyWrap.Unwrap(aes, cipher) : Cbc(aes, iv, cipher);
    }

    // The padding of XML Encryption: the last byte counts, the others may be anything (PKCS#7 is one case of it).
    private static byte[]? Cbc(Aes aes, byte[]? iv, ReadOnlySpan<byte> cipher)
    {
        var vector = iv is null && cipher.Length >= Block ? cipher[..Block] : iv;
        var body = iv is null && cipher.Length >= Block ? cipher[Block..] : cipher;
        if (vector.Length != Block || body.Length == 0 || body.Length % Block != 0) return null;
        var padded = aes.DecryptCbc(body, vector, PaddingMode.None);
        var padding = padded[^1];
        var plain = padding is >= 1 and <= Block ? padded[..^padding] : null;
        CryptographicOperations.ZeroMemory(padded);
        return plain;
    }

    private static byte[]? Gcm(ReadOnlySpan<byte> key, ReadOnlySpan<byte> cipher)
    {
        if (cipher.Length < GcmNonce + Block) return null;
        using var gcm = new AesGcm(key, Block);
        var plain = new byte[cipher.Length - GcmNonce - Block];
        try
        {
            gcm.Decrypt(cipher[..GcmNonce], cipher[GcmNonce..^Block], cipher[^Block..], plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
