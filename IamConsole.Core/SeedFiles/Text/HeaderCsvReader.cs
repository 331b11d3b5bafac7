using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>
/// CSV with a header row (RFC 4180), columns in any order and by any of their names (<see cref="SeedColumns"/>). A column
/// that is not known must be mapped or left out by whoever reads the file.
/// </summary>
internal sealed class HeaderCsvReader : SeedReader
{
    private readonly CsvColumns _columns;
    private readonly SeedFileOptions _options;
    private readonly BoundedRowReader _text;
    private readonly CsvParser _parser;
    private bool _badQuotes;

    public HeaderCsvReader(TextReader text, char delimiter, CsvColumns columns, SeedFileOptions options)
    {
        if (columns.Unknown.Count > 0) throw FileFaults.UnknownColumns(columns.Unknown);
        (_columns, _options) = (columns, options);
        _text = new BoundedRowReader(text, options.MaxRowLength);
        _parser = new CsvParser(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            TrimOptions = TrimOptions.Trim,
            AllowComments = true,
            BadDataFound = bad => _badQuotes |= !IsKeptAsText(bad.Field),
            MaxFieldSize = options.MaxFieldLength,
        });
    }

    public override SeedFileForm Form => _columns.Form;

    public override async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        // Blank lines, comments and a line for the spreadsheet may stand before the header.
        while (await NextAsync(ct) && CsvColumns.Find(_parser.Record ?? [], _options) is null)
        {
        }

        var rows = 0;
        while (await NextAsync(ct))
        {
            if (!_badQuotes && CsvRow.IsBlank(_parser.Record)) continue;
            rows++;
            var row = CsvRowJudge.Run(_parser, _columns, _badQuotes, _options);
            if ((_badQuotes || _parser.Count != _columns.Count) && EndsInQuotes()) throw Unclosed();
            yield return row;
        }

        if (rows == 0) throw FileFaults.NoTokens;
    }

    public override ValueTask DisposeAsync()
    {
        _parser.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> NextAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _badQuotes = false;
        var read = await _parser.ReadAsync();
        _text.EndRow(_parser.RawRow + 1);
        return read;
    }

    // ="0012345": a spreadsheet's way to keep zeros; the parser hands it over as it stands.
    private static bool IsKeptAsText(string field) => field.Trim() is ['=', '"', .. var inner, '"'] && !inner.Contains('"');

    // An opening quotation mark without its twin swallows the rows behind it, up to the end of the file or of what a field may be.
    private bool EndsInQuotes() =>
        _parser.RawRecord is var raw && raw.Count(c => c == '"') % 2 != 0
        && (raw.AsSpan().TrimEnd().Contains('\n') || !raw.EndsWith('\n') && !raw.EndsWith('\r'));

    private SeedFileException Unclosed() => new(
        SeedFileFault.Truncated, $"A quotation mark is opened and never closed, at or before line {_parser.RawRow}.", _parser.RawRow);
}
