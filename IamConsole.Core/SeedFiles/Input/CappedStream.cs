namespace IamConsole.Core.SeedFiles.Input;

/// <summary>A head that was read already, then the rest of the stream; more bytes than allowed are an error, not an end.</summary>
internal sealed class CappedStream(ReadOnlyMemory<byte> head, Stream rest, long maxBytes, CancellationToken ct) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _head = head;
    private long _count;

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        return Count(TakeHead(buffer) is var taken and > 0 ? taken : rest.Read(buffer));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ct.ThrowIfCancellationRequested();
        return Count(TakeHead(buffer.Span) is var taken and > 0 ? taken : await rest.ReadAsync(buffer, cancellationToken));
    }

    private int TakeHead(Span<byte> buffer)
    {
        var length = Math.Min(buffer.Length, _head.Length);
        _head.Span[..length].CopyTo(buffer);
        _head = _head[length..];
        return length;
    }

    private int Count(int read)
    {
        _count += read;
        return _count <= maxBytes ? read : throw FileFaults.TooLarge(maxBytes);
    }
}
