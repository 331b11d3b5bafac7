using System.Buffers.Binary;

namespace IamConsole.Core.SeedFiles.Input;

/// <summary>Counts what is read, and keeps the last bytes: at the end of gzip stand checksum and length (RFC 1952, 2.3.1).</summary>
internal sealed class CountedStream(Stream inner) : ReadOnlyStream
{
    private const int Trailer = 8;

    private readonly byte[] _last = new byte[Trailer];

    /// <summary>Bytes.</summary>
    public long Count { get; private set; }

    /// <summary>The last bytes as the trailer of gzip.</summary>
    public (uint Checksum, long Length) End =>
        (BinaryPrimitives.ReadUInt32LittleEndian(_last), BinaryPrimitives.ReadUInt32LittleEndian(_last.AsSpan(4)));

    public override int Read(Span<byte> buffer) => Take(buffer[..inner.Read(buffer)]);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Take(buffer.Span[..read]);
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        Count += bytes.Length;
        var kept = Math.Max(0, Trailer - bytes.Length);
        _last.AsSpan(Trailer - kept).CopyTo(_last);
        bytes[^(Trailer - kept)..].CopyTo(_last.AsSpan(kept));
        return bytes.Length;
    }
}
