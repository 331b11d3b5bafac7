using System.Buffers.Binary;
using System.Text;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Reads the MessagePack values that the hub sends: nothing, truth, whole numbers, text, bytes, lists, maps.</summary>
internal sealed class MessagePackReader(byte[] bytes)
{
    private int _at;

    /// <summary>The next value; bytes as an array of bytes, a list as a list of objects, a map as null.</summary>
    public object? Read()
    {
        var head = bytes[_at++];
        return head switch
        {
            <= 0x7f => (long)head,
            <= 0x8f => Map(head & 0x0f),
            <= 0x9f => List(head & 0x0f),
            <= 0xbf => Text(head & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 or 0xc5 or 0xc6 => Bytes(Number(1 << (head - 0xc4))).ToArray(),
            0xcc or 0xcd or 0xce or 0xcf => Number(1 << (head - 0xcc)),
            0xd0 => (long)(sbyte)Number(1),
            0xd1 => (long)(short)Number(2),
            0xd2 => (long)(int)Number(4),
            0xd3 => Number(8),
            0xd9 or 0xda or 0xdb => Text(Number(1 << (head - 0xd9))),
            0xdc or 0xdd => List(Number(head == 0xdc ? 2 : 4)),
            >= 0xe0 => (long)(sbyte)head,
            _ => throw new FormatException($"The hub sends no 0x{head:x2}."),
        };
    }

    private long Number(int size)
    {
        Span<byte> whole = stackalloc byte[8];
        Bytes(size).CopyTo(whole[(8 - size)..]);
        return BinaryPrimitives.ReadInt64BigEndian(whole);
    }

    private ReadOnlySpan<byte> Bytes(long size)
    {
        var from = _at;
        _at += (int)size;
        return bytes.AsSpan(from, (int)size);
    }

    private string Text(long size) => Encoding.UTF8.GetString(Bytes(size));

    private List<object?> List(long size)
    {
        var values = new List<object?>();
        for (var i = 0; i < size; i++) values.Add(Read());
        return values;
    }

    private object? Map(long size)
    {
        for (var i = 0; i < 2 * size; i++) Read();
        return null;
    }
}
