using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>
/// A row of CSV without a header: serial, seed in hex, type (HOTP where absent), digits, period, and of our own
/// a sixth field with the algorithm, because others guess it from the seed's length. Duo writes the period in the third
/// field: serial, seed in hex, 30; another number there is the counter of a HOTP token.
/// </summary>
internal static class OathRow
{
    private const int MostFields = 6;

    private static readonly string[] Types = ["TOTP", "HOTP", "OCRA", "OCRA2", "DAYPASSWORD", "TAN"];

    /// <summary>Whether this can be the first row of such a file.</summary>
    public static bool Recognises(string[] fields)
    {
        if (fields.Length < 2 || CsvRow.Plain(fields[0]) is not { } serial || !SeedRules.IsSerial(serial) || SeedColumns.Find(serial) is not null)
            return false;
        fields = CsvRow.WithoutEnd(fields);
        if (fields.Length == 3 && IsNumber(fields[2])) return LooksLikeSeed(fields[1]);
        if (fields.Length > 2) return Types.Contains(fields[2].ToUpperInvariant());
        return fields.Length == 2 && LooksLikeSeed(fields[1]);
    }

    public static SeedRow Judge(int row, string[] fields)
    {
        fields = CsvRow.WithoutEnd(fields);
        if (fields.Length == 3 && IsNumber(fields[2])) fields = [fields[0], fields[1], SeedRules.Period(fields[2]) is null ? "HOTP" : "TOTP", "6", fields[2]];
        var serial = CsvRow.Plain(fields[0]);
        if (SeedRules.CheckSerial(serial) is { } badSerial) return SeedRow.Refused(row, serial, badSerial);
        if (fields.Length > MostFields)
            return SeedRow.Refused(row, serial, RowFaults.Row($"The row has {fields.Length} fields; at most {MostFields} have a meaning."));
        if (SeedText.FromHex(Field(fields, 1), out var badSeed) is not { } seed) return SeedRow.Refused(row, serial, badSeed!);
        if (Field(fields, 2) is not { } type) return SeedRow.Refused(row, serial, RowFaults.UntypedIsHotp);
        if (!type.Equals("TOTP", StringComparison.OrdinalIgnoreCase)) return SeedRow.Refused(row, serial, RowFaults.Algorithm(type.ToUpperInvariant()));
        if (SeedRules.Digits(Field(fields, 3) ?? "6") is not { } digits) return SeedRow.Refused(row, serial, RowFaults.Digits);
        if (SeedRules.Period(Field(fields, 4) ?? "30") is not { } period) return SeedRow.Refused(row, serial, RowFaults.Period);
        if (Hash(Field(fields, 5), seed.Length, out var badHash) is not { } algorithm) return SeedRow.Refused(row, serial, badHash!);
        return new SeedDraft { Serial = serial, Seed = seed, Algorithm = algorithm, Digits = digits, PeriodSeconds = period }.Judge(row);
    }

    // RFC 6238, appendix B takes seeds as long as the hash; SHA-1 tokens with such seeds exist all the same.
    private static TotpAlgorithm? Hash(string? named, int seedLength, out SeedRowFault? fault)
    {
        fault = named is null && seedLength is 32 or 64 ? RowFaults.AmbiguousHash : null;
        if (fault is not null) return null;
        var hash = SeedRules.Algorithm(named ?? "SHA1");
        fault = hash is null ? RowFaults.Hash : null;
        return hash;
    }

    private static bool IsNumber(string field) => field.Length is > 0 and <= 10 && field.All(char.IsAsciiDigit);

    private static bool LooksLikeSeed(string field) => field.Length > 1 && field.AsSpan().IndexOfAny(",;\t") < 0 && (field.All(char.IsAsciiHexDigit) || SeedRules.CouldBeSeed(field));

    private static string? Field(string[] fields, int place) => place < fields.Length ? CsvRow.Plain(fields[place]) : null;
}
