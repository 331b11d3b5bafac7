using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using IamConsole.Core.TokenStock;

namespace IamConsole.Core.HardwareTokens;

/// <summary>
/// Reads vendors' seed files in CSV with a header row: <c>serial number, secret key, time interval, manufacturer, model</c>
/// (the layout of Entra ID; <c>upn</c> is ignored) and, optionally, <c>algorithm, digits, partition, expires on</c>.
/// The secret is Base32; hex where the column is named <c>secret key (hex)</c>. Columns in any order and case.
/// </summary>
public static class SeedCsv
{
    private const int MostRows = 1_000_000;
    private const int LongestField = 1024;

    /// <summary>Reads the whole file; a bad row is refused with its reason and the rest goes on.</summary>
    /// <exception cref="SeedFileException">No known header, or too many rows.</exception>
    public static SeedCsvResult Read(TextReader text)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = a => a.Header.Trim().TrimStart('\uFEFF').ToUpperInvariant(),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
            MissingFieldFound = null,
            MaxFieldSize = LongestField,
        });
        ReadHeader(csv);
        var records = new List<SeedRecord>();
        var refused = new List<SeedRowVerdict>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ReadRow(csv))
        {
            if (records.Count + refused.Count >= MostRows) throw new SeedFileException($"The file has more than {MostRows} rows.");
            var row = csv.Parser.RawRow;
            var (record, reason) = SeedRow.Parse(row, name => csv.TryGetField<string>(name, out var field) ? field : null);
            if (record is not null && !seen.Add(HardwareToken.Normalize(record.Serial))) (record, reason) = (null, "This serial number stands in the file twice.");
            if (record is not null) records.Add(record);
            else refused.Add(new SeedRowVerdict(row, Serial(csv), reason!));
        }

        return new SeedCsvResult(records, refused);
    }

    private static void ReadHeader(CsvReader csv)
    {
        if (ReadRow(csv))
        {
            csv.ReadHeader();
            var names = csv.HeaderRecord!.Select(h => h.Trim().TrimStart('\uFEFF').ToUpperInvariant()).ToHashSet();
            if (names.Contains(SeedRow.SerialColumn) && (names.Contains(SeedRow.SecretColumn) || names.Contains(SeedRow.HexSecretColumn))) return;
        }

        throw new SeedFileException(
            "The first row must name the columns, at least: serial number, secret key. See README for the whole list.");
    }

    private static bool ReadRow(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new SeedFileException($"Row {csv.Parser.RawRow} has a field longer than {LongestField} characters.");
        }
    }

    // Columns that changed places, or a row quoted as a whole, put the seed where the serial is expected: then none is named.
    private static string? Serial(CsvReader csv) =>
        csv.Parser.Count == csv.HeaderRecord!.Length
        && csv.TryGetField<string>(SeedRow.SerialColumn, out var serial) && serial is not null
        && SeedRow.IsSerial(serial) && !SeedRow.CouldBeSeed(serial) ? serial : null;
}
