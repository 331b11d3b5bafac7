using CsvHelper;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>One row of CSV with a header.</summary>
internal static class CsvRowJudge
{
    /// <summary>The row that the parser stands on.</summary>
    /// <exception cref="SeedFileException">Its secret key can be read in two ways, and nobody has said which.</exception>
    public static SeedRow Run(CsvParser parser, CsvColumns columns, bool badQuotes, SeedFileOptions options)
    {
        var row = parser.RawRow;
        if (Shape(parser, columns) is { } wrong) return SeedRow.Refused(row, null, wrong);
        string? Field(SeedColumn column) => columns[column] is var place and >= 0 ? CsvRow.Plain(parser[place]) : null;
        var serial = Field(SeedColumn.SerialNumber);
        var type = Field(SeedColumn.Type);
        var algorithm = SeedRules.Algorithm(Field(SeedColumn.Algorithm) ?? "SHA1");
        var digits = SeedRules.Digits(Field(SeedColumn.Digits) ?? "6");
        var period = SeedRules.Period(Field(SeedColumn.TimeInterval) ?? "30");
        var (date, expires) = (Field(SeedColumn.ExpiresOn), (DateOnly?)null);
        if (date is not null) expires = SeedRules.Day(date);
        var fault = badQuotes ? RowFaults.Quotes
            : SeedRules.CheckSerial(serial) ?? (
            type is not null && !type.Equals("TOTP", StringComparison.OrdinalIgnoreCase) ? RowFaults.Algorithm(type)
            : algorithm is null ? RowFaults.Hash
            : digits is null ? RowFaults.Digits
            : period is null ? RowFaults.Period
            : date is not null && expires is null ? RowFaults.Date : null);
        if (fault is not null) return SeedRow.Refused(row, serial, fault);
        if (Seed(Field, columns, options, row, out fault) is not { } seed) return SeedRow.Refused(row, serial, fault!);
        return new SeedDraft
        {
            Serial = serial,
            Seed = seed,
            Algorithm = algorithm!.Value,
            Digits = digits!.Value,
            PeriodSeconds = period!.Value,
            Vendor = Field(SeedColumn.Manufacturer),
            Model = Field(SeedColumn.Model),
            Form = Field(SeedColumn.Form),
            Partition = Field(SeedColumn.Partition),
            ExpiresOn = expires,
        }.Judge(row);
    }

    // A delimiter more at the end of header or rows is nothing, as long as nothing stands behind it.
    private static SeedRowFault? Shape(CsvParser parser, CsvColumns columns)
    {
        for (var place = columns.Count; place < parser.Count; place++)
        {
            if (parser[place].Length > 0) return RowFaults.Columns(parser.Count, columns.Count);
        }

        for (var place = parser.Count; place < columns.Count; place++)
        {
            if (!columns.Unnamed.Contains(place)) return RowFaults.Columns(parser.Count, columns.Count);
        }

        return columns.Unnamed.Any(place => place < parser.Count && parser[place].Length > 0) ? RowFaults.Unnamed : null;
    }

    private static byte[]? Seed(
        Func<SeedColumn, string?> field, CsvColumns columns, SeedFileOptions options, int row, out SeedRowFault? fault)
    {
        if (columns[SeedColumn.SecretKeyHex] >= 0) return SeedText.FromHex(field(SeedColumn.SecretKeyHex), out fault);
        if (columns[SeedColumn.SecretKeyBase32] >= 0) return SeedText.FromBase32(field(SeedColumn.SecretKeyBase32), out fault);
        var text = field(SeedColumn.SecretKey);
        if (options.Secrets is null && SeedText.IsEither(text)) throw FileFaults.AmbiguousSecret(row);
        return options.Secrets is SecretEncoding.Hexadecimal ? SeedText.FromHex(text, out fault) : SeedText.FromBase32(text, out fault);
    }
}
