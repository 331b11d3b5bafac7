using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>
/// CSV with a header row (RFC 4180): <c>serial number</c>, <c>secret key</c> (Base32) or <c>secret key (hex)</c>, and optionally
/// <c>time interval, manufacturer, model, type, algorithm, digits, partition, expires on, form</c>; other columns are ignored.
/// Columns in any order and case.
/// </summary>
internal sealed class HeaderCsvReader : SeedReader
{
    private readonly CsvColumns _columns;
    private readonly CsvParser _parser;
    private bool _badQuotes;

    public HeaderCsvReader(TextReader text, char delimiter, CsvColumns columns, SeedFileOptions options)
    {
        _columns = columns;
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            TrimOptions = TrimOptions.Trim,
            AllowComments = true,
            BadDataFound = _ => _badQuotes = true,
            MaxFieldSize = options.MaxFieldLength,
        });
    }

    public override SeedFileForm Form => _columns.Form;

    public override async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        // Blank lines and comments may stand before the header.
        while (await _parser.ReadAsync() && CsvColumns.Find(_parser.Record ?? []) is null) ct.ThrowIfCancellationRequested();
        var rows = 0;
        while (await _parser.ReadAsync())
        {
            ct.ThrowIfCancellationRequested();
            rows++;
            _badQuotes = false;
            var row = Judge();
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

    private SeedRow Judge()
    {
        var row = _parser.RawRow;
        if (_parser.Count != _columns.Count) return SeedRow.Refused(row, null, RowFaults.Columns(_parser.Count, _columns.Count));
        var serial = Field(_columns.Serial);
        var seedText = Field(_columns.Hex >= 0 ? _columns.Hex : _columns.Base32);
        var type = Field(_columns.Type);
        var algorithm = SeedRules.Algorithm(Field(_columns.Algorithm) ?? "SHA1");
        var digits = SeedRules.Digits(Field(_columns.Digits) ?? "6");
        var period = SeedRules.Period(Field(_columns.Interval) ?? "30");
        var (date, expires) = (Field(_columns.Expires), (DateOnly?)null);
        var (vendor, model, form, partition) = (Field(_columns.Vendor), Field(_columns.Model), Field(_columns.TokenForm), Field(_columns.Partition));
        if (date is not null) expires = SeedRules.Day(date);
        var fault = _badQuotes ? RowFaults.Quotes
            : SeedRules.CheckSerial(serial) ?? (
            type is not null && !type.Equals("TOTP", StringComparison.OrdinalIgnoreCase) ? RowFaults.Algorithm(type)
            : algorithm is null ? RowFaults.Hash
            : digits is null ? RowFaults.Digits
            : period is null ? RowFaults.Period
            : date is not null && expires is null ? RowFaults.Date : null);
        if (fault is not null) return SeedRow.Refused(row, serial, fault);
        var seed = _columns.Hex >= 0 ? SeedText.FromHex(seedText, out fault) : SeedText.FromBase32(seedText, out fault);
        if (seed is null) return SeedRow.Refused(row, serial, fault!);
        return new SeedDraft
        {
            Serial = serial,
            Seed = seed,
            Algorithm = algorithm!.Value,
            Digits = digits!.Value,
            PeriodSeconds = period!.Value,
            Vendor = vendor,
            Model = model,
            Form = form,
            Partition = partition,
            ExpiresOn = expires,
        }.Judge(row);
    }

    private string? Field(int place) => place < 0 ? null : SeedRules.Empty(_parser[place]);

    // An opening quotation mark without its twin swallows the rows behind it, up to the end of the file or of what a field may be.
    private bool EndsInQuotes() =>
        _parser.RawRecord is var raw && raw.Count(c => c == '"') % 2 != 0
        && (raw.AsSpan().TrimEnd().Contains('\n') || !raw.EndsWith('\n') && !raw.EndsWith('\r'));

    private SeedFileException Unclosed() => new(
        SeedFileFault.Truncated, $"A quotation mark is opened and never closed, at or before line {_parser.RawRow}.", _parser.RawRow);
}
