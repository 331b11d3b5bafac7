namespace IamConsole.Core.SeedFiles.Input;

/// <summary>
/// What comes out of a packed file. One that grows beyond all measure is refused while it does (a bomb); one that ends with
/// another length or checksum than it was packed with is refused at its end: the platform does not look.
/// </summary>
internal sealed class UnpackedStream(
    Stream inner, Func<long> packed, Func<(uint Checksum, long Length)> expected, SeedFileOptions options, CancellationToken ct) : ReadOnlyStream
{
    private const long Free = 1 << 20;

    private readonly Crc32 _checksum = new();
    private long _count;

    /// <summary>Whether no seed file becomes so long from so little.</summary>
    public static bool IsFarMore(long length, long packed, SeedFileOptions options) => length > Free && length > packed * options.MaxRatio;

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        return buffer.IsEmpty ? read : Count(buffer[..read]);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ct.ThrowIfCancellationRequested();
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return buffer.IsEmpty ? read : Count(buffer.Span[..read]);
    }

    private int Count(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty && expected() is var (checksum, length) && (checksum != _checksum.Value || length != (uint)_count)) throw FileFaults.DamagedArchive;
        _checksum.Add(bytes);
        _count += bytes.Length;
        return IsFarMore(_count, packed(), options) ? throw FileFaults.FarMore : bytes.Length;
    }
}
