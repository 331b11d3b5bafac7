using System.Globalization;
using System.Text;

namespace IamConsole.Core.Reports;

/// <summary>
/// Writes a report's rows as UTF-8 into one buffer and hands it on when it is full: no text and no row is ever held beside it.
/// Rows are parted by LF, and the last one has none (observed in the original).
/// </summary>
internal sealed class CsvFile(Func<ReadOnlyMemory<byte>, ValueTask> full)
{
    private const int Chunk = 256 * 1024;

    // The longest row: a name of 64 and a path of 512 characters, all of them quotes, and times.
    private const int LongestRow = 8 * 1024;

    private readonly byte[] _buffer = new byte[Chunk + LongestRow];
    private int _used;
    private bool _inRow;

    /// <summary>Rows begun, header included.</summary>
    public long Rows { get; private set; }

    /// <summary>Begins a row.</summary>
    public void Begin()
    {
        if (Rows++ > 0) _buffer[_used++] = (byte)'\n';
        _inRow = false;
    }

    /// <summary>Ends a row; hands the buffer on when it is full.</summary>
    public ValueTask EndAsync() => _used >= Chunk ? FlushAsync() : ValueTask.CompletedTask;

    /// <summary>Hands on what is left.</summary>
    public async ValueTask FlushAsync()
    {
        if (_used == 0) return;
        await full(_buffer.AsMemory(0, _used));
        _used = 0;
    }

    /// <summary>One or more cells of ours that need no quotes, parted by commas.</summary>
    public void Cells(ReadOnlySpan<byte> cells)
    {
        Part();
        cells.CopyTo(_buffer.AsSpan(_used));
        _used += cells.Length;
    }

    public void Truth(bool value) => Cells(value ? "true"u8 : "false"u8);

    public void Number(int value)
    {
        Part();
        value.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    /// <summary>ISO 8601 in UTC, to the second.</summary>
    public void Time(DateTime utc)
    {
        Part();
        utc.TryFormat(_buffer.AsSpan(_used), out var written, "s", CultureInfo.InvariantCulture);
        _used += written;
        _buffer[_used++] = (byte)'Z';
    }

    /// <summary>A name or ARN: quoted where it needs to be (RFC 4180).</summary>
    public void Text(string text)
    {
        Part();
        if (text.AsSpan().IndexOfAny(',', '"') < 0)
        {
            _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
            return;
        }

        _buffer[_used++] = (byte)'"';
        _used += Encoding.UTF8.GetBytes(text.Replace("\"", "\"\"", StringComparison.Ordinal), _buffer.AsSpan(_used));
        _buffer[_used++] = (byte)'"';
    }

    private void Part()
    {
        if (_inRow) _buffer[_used++] = (byte)',';
        _inRow = true;
    }
}
