namespace IamConsole.Core.SeedFiles.Input;

/// <summary>What comes out of a packed file; one that grows beyond all measure is refused while it does (a bomb).</summary>
internal sealed class UnpackedStream(Stream inner, Func<long> packed, SeedFileOptions options, CancellationToken ct) : ReadOnlyStream
{
    private const long Free = 1 << 20;

    private long _count;

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        return Count(inner.Read(buffer));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ct.ThrowIfCancellationRequested();
        return Count(await inner.ReadAsync(buffer, cancellationToken));
    }

    private int Count(int read)
    {
        _count += read;
        return _count <= Free || _count <= packed() * options.MaxRatio
            ? read : throw FileFaults.Packed("The packed file unpacks to far more than a seed file: it was not read.");
    }
}
