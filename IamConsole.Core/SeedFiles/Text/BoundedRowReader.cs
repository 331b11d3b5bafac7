namespace IamConsole.Core.SeedFiles.Text;

/// <summary>
/// The CSV parser keeps a whole row in memory, however many fields it has. So it is never given more characters than a row
/// may have before it gives one back.
/// </summary>
internal sealed class BoundedRowReader(TextReader inner, int longest) : TextReader
{
    private int _given;
    private int _row = 1;

    /// <summary>The parser gave a row back.</summary>
    public void EndRow(int nextRow) => (_given, _row) = (0, nextRow);

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        var read = inner.Read();
        if (read >= 0) Count(1);
        return read;
    }

    public override int Read(char[] buffer, int index, int count) => Count(inner.Read(buffer, index, count));

    public override int Read(Span<char> buffer) => Count(inner.Read(buffer));

    public override async Task<int> ReadAsync(char[] buffer, int index, int count) => Count(await inner.ReadAsync(buffer, index, count));

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _given += read;
        return _given <= longest ? read : throw FileFaults.RowTooLong(_row);
    }
}
