using System.Buffers.Binary;

namespace IamConsole.Core.WebAuthn;

/// <summary>
/// Measures one CBOR item before a reader touches it: well-formed, definite and shortest lengths, no tags, few levels
/// (CTAP 2.1, section 8). After it a reader can meet wrong types and duplicate keys, but no bombs and no surprises of encoding.
/// </summary>
public static class CborShape
{
    private const int MostLevels = 8;

    /// <summary>The length in bytes of the item that <paramref name="data"/> begins with, or null when it is not well-formed.</summary>
    public static int? Measure(ReadOnlySpan<byte> data)
    {
        var position = 0;
        return Skip(data, ref position, MostLevels) ? position : null;
    }

    private static bool Skip(ReadOnlySpan<byte> data, ref int position, int levels)
    {
        if (levels == 0 || position >= data.Length) return false;
        var (major, info) = (data[position] >> 5, data[position] & 0x1f);
        position++;
        if (!ReadArgument(data, ref position, info, major, out var argument)) return false;
        switch (major)
        {
            case 0 or 1 or 7:
                return true;
            case 2 or 3:
                if (argument > (ulong)(data.Length - position)) return false;
                position += (int)argument;
                return true;
            case 4 or 5:
                // Every item takes a byte at least: a length beyond what is left is refused before any loop.
                if (argument > (ulong)(data.Length - position)) return false;
                for (var items = major == 4 ? argument : argument * 2; items > 0; items--)
                    if (!Skip(data, ref position, levels - 1)) return false;
                return true;
            default:
                return false;
        }
    }

    // RFC 8949, 3: the argument is in the head or in 1, 2, 4, 8 bytes after it. Major type 7 keeps simple values and floats there.
    private static bool ReadArgument(ReadOnlySpan<byte> data, ref int position, int info, int major, out ulong argument)
    {
        argument = (ulong)info;
        if (info < 24) return major != 7 || info is >= 20 and <= 22;
        if (info > 27 || (major == 7 && info == 24)) return false;
        var size = 1 << (info - 24);
        if (data.Length - position < size) return false;
        var bytes = data.Slice(position, size);
        position += size;
        argument = size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        };
        return major == 7 || argument >= (size == 1 ? 24UL : 1UL << (size * 4));
    }
}
