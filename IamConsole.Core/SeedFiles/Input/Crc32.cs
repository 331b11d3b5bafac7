namespace IamConsole.Core.SeedFiles.Input;

/// <summary>The checksum of gzip and ZIP (RFC 1952, section 8).</summary>
internal sealed class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    private uint _state = uint.MaxValue;

    /// <summary>Of all bytes so far.</summary>
    public uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes) _state = Table[(byte)(_state ^ value)] ^ _state >> 8;
    }

    private static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ entry >> 1;
        return entry;
    }
}
