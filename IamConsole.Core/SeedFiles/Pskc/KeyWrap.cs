using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>AES key wrap (RFC 3394), and with padding (RFC 5649): the initial value tells which.</summary>
internal static class KeyWrap
{
    private const int Half = 8;
    private const ulong Plain = 0xA6A6A6A6A6A6A6A6;
    private const uint Padded = 0xA65959A6;

    /// <summary>The key, or null where the wrapping key is another or something was changed.</summary>
    public static byte[]? Unwrap(Aes aes, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length < 2 * Half || wrapped.Length % Half != 0) return null;
        var (value, halves) = (new byte[wrapped.Length], wrapped.Length / Half - 1);
        // RFC 5649, section 4.2: one block is decrypted as it is.
        if (halves == 1) aes.DecryptEcb(wrapped, value, PaddingMode.None);
        else Unwrap(aes, wrapped, value, halves);
        var initial = BinaryPrimitives.ReadUInt64BigEndian(value);
        var length = initial == Plain && halves > 1 ? halves * Half
            : initial >> 32 == Padded ? Unpadded((uint)initial, halves, value) : 0;
        var key = length > 0 ? value.AsSpan(Half, length).ToArray() : null;
        CryptographicOperations.ZeroMemory(value);
        return key;
    }

    // RFC 3394, section 2.2.2, by index.
    private static void Unwrap(Aes aes, ReadOnlySpan<byte> wrapped, Span<byte> value, int halves)
    {
        wrapped.CopyTo(value);
        Span<byte> block = stackalloc byte[2 * Half];
        for (var t = (ulong)(6 * halves); t > 0; t--)
        {
            var place = value.Slice(((int)(t - 1) % halves + 1) * Half, Half);
            BinaryPrimitives.WriteUInt64BigEndian(block, BinaryPrimitives.ReadUInt64BigEndian(value) ^ t);
            place.CopyTo(block[Half..]);
            aes.DecryptEcb(block, block, PaddingMode.None);
            block[..Half].CopyTo(value);
            block[Half..].CopyTo(place);
        }

        CryptographicOperations.ZeroMemory(block);
    }

    private static int Unpadded(uint length, int halves, ReadOnlySpan<byte> value) =>
        length <= halves * Half && length > (halves - 1) * Half && !value[(Half + (int)length)..].ContainsAnyExcept((byte)0) ? (int)length : 0;
}
