namespace IamConsole.Core.SeedFiles.Input;

/// <summary>Counts what is read.</summary>
internal sealed class CountedStream(Stream inner) : ReadOnlyStream
{
    /// <summary>Bytes.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        return read;
    }
}
