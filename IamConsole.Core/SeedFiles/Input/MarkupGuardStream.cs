namespace IamConsole.Core.SeedFiles.Input;

/// <summary>
/// XmlReader keeps a whole tag or text in memory, however long. No <c>&lt;</c> may stand inside either, so the distance
/// between two of them bounds what it keeps.
/// </summary>
internal sealed class MarkupGuardStream(Stream inner, TextForm form, int maxRun) : ReadOnlyStream
{
    private readonly int _unit = form is TextForm.Utf8 ? 1 : 2;
    private long _offset;
    private long _lastTag;
    private byte _pending;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Scan(buffer[..read]);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Scan(buffer.Span[..read]);
        return read;
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        if (_unit == 1) ScanBytes(bytes);
        else ScanPairs(bytes);
        _offset += bytes.Length;
        if (_offset - _lastTag > maxRun) throw FileFaults.TooComplex;
    }

    private void ScanBytes(ReadOnlySpan<byte> bytes)
    {
        var from = 0;
        while (bytes[from..].IndexOf((byte)'<') is var next and >= 0)
        {
            Mark(_offset + from + next);
            from += next + 1;
        }
    }

    // In UTF-16 the byte of this character also occurs in others: only whole units count.
    private void ScanPairs(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if ((_offset + i) % 2 == 0)
            {
                _pending = bytes[i];
                continue;
            }

            var (high, low) = form is TextForm.Utf16BigEndian ? (_pending, bytes[i]) : (bytes[i], _pending);
            if (high == 0 && low == '<') Mark(_offset + i);
        }
    }

    private void Mark(long at)
    {
        if (at - _lastTag > maxRun) throw FileFaults.TooComplex;
        _lastTag = at;
    }
}
