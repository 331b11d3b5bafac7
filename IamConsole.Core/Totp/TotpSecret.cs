using System.Security.Cryptography;
using OtpNet;

namespace IamConsole.Core.Totp;

/// <summary>A shared secret. It never appears in a log or a text by accident.</summary>
public sealed class TotpSecret
{
    private const int NewLength = 40;

    private readonly byte[] _bytes;

    private TotpSecret(byte[] bytes) => _bytes = bytes;

    /// <summary>The secret's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>A new secret of 320 bits: exactly 64 Base32 characters, as the original's.</summary>
    public static TotpSecret New() => new(RandomNumberGenerator.GetBytes(NewLength));

    /// <summary>A secret from a vendor's file or our own storage.</summary>
    public static TotpSecret FromBytes(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>Reads Base32 (RFC 4648, section 6; case and padding are free, blanks are not).</summary>
    public static bool TryParseBase32(string text, out TotpSecret? secret)
    {
        secret = null;
        var body = text.TrimEnd('=').ToUpperInvariant();
        // 1, 3 and 6 characters over a multiple of eight encode no whole byte more.
        if (body.Length == 0 || body.Length % 8 is 1 or 3 or 6 || !body.All(c => c is >= 'A' and <= 'Z' or >= '2' and <= '7')) return false;
        secret = new TotpSecret(Base32Encoding.ToBytes(body));
        return true;
    }

    /// <summary>The secret as people type it: Base32 without padding.</summary>
    public string ToBase32() => Base32Encoding.ToString(_bytes).TrimEnd('=');

    /// <summary>Hides the secret.</summary>
    public override string ToString() => nameof(TotpSecret);
}
