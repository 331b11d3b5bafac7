using System.Runtime.CompilerServices;
using IamConsole.Core.SeedFiles.Input;
using IamConsole.Core.SeedFiles.Text;
using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles;

/// <summary>
/// A vendor's seed file, read once from front to back in memory that does not grow with it. Knows nothing of databases:
/// a stream and options in, rows out. Dispose it: the keys it holds are cleared then.
/// </summary>
public sealed class SeedFile : IAsyncDisposable
{
    private readonly SeedReader _reader;
    private readonly SeedFileOptions _options;
    private bool _read;

    private SeedFile(SeedReader reader, SeedFileOptions options) => (_reader, _options) = (reader, options);

    /// <summary>The form that was found.</summary>
    public SeedFileForm Form => _reader.Form;

    /// <summary>
    /// The file is signed, but no certificate was given to verify it. A signature stands at the end of the file:
    /// known when all rows are read.
    /// </summary>
    public bool SignatureUnchecked => _reader.SignatureUnchecked;

    /// <summary>Every token counts events (HOTP): a box that the vendor must exchange. Known when all rows are read.</summary>
    public bool OnlyEventBased { get; private set; }

    /// <summary>Finds the form by content, never by name, and reads what stands before the first row.</summary>
    /// <param name="stream">Read from where it stands; stays open.</param>
    /// <param name="options">Keys and limits.</param>
    /// <param name="ct">Ends the opening, and all reading after it.</param>
    /// <exception cref="SeedFileException">No form fits, or two; the key is missing or wrong; the signature does not hold.</exception>
    public static async Task<SeedFile> OpenAsync(Stream stream, SeedFileOptions options, CancellationToken ct)
    {
        try
        {
            var input = await SeedInput.OpenAsync(stream, options, ct);
            var reader = input.IsXml ? await XmlForms.OpenAsync(input, options, ct) : TextForms.Open(input, options);
            return new SeedFile(reader, options);
        }
        catch (Exception error) when (FileFaults.Translate(error) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>The names of CSV columns that must be mapped or left out; none where the file can be opened, or not at all.</summary>
    /// <param name="stream">Read as far as the header stands; stays open.</param>
    /// <param name="options">What is known of the columns already.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IReadOnlyList<string>> UnknownColumnsAsync(Stream stream, SeedFileOptions options, CancellationToken ct)
    {
        try
        {
            await using var file = await OpenAsync(stream, options, ct);
            return [];
        }
        catch (SeedFileException fault)
        {
            return fault.Columns;
        }
    }

    /// <summary>The rows in the order of the file, good and refused. Can be read once.</summary>
    /// <exception cref="SeedFileException">The file turns out to be unreadable further on: no row of it may be used then.</exception>
    public async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (_read) throw new InvalidOperationException("A seed file is read once.");
        _read = true;
        var (count, events) = (0, 0);
        await using var rows = _reader.ReadRowsAsync(ct).GetAsyncEnumerator(ct);
        while (await NextAsync(rows))
        {
            ct.ThrowIfCancellationRequested();
            if (++count > _options.MaxRows) throw FileFaults.TooManyRows(_options.MaxRows);
            if (rows.Current.Fault is { } fault && (fault == RowFaults.Hotp || fault == RowFaults.UntypedIsHotp)) events++;
            yield return rows.Current;
        }

        OnlyEventBased = count > 0 && events == count;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<SeedRow> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception error) when (FileFaults.Translate(error) is { } fault)
        {
            throw fault;
        }
    }
}
