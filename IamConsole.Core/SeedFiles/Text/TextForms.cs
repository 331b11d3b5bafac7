using IamConsole.Core.SeedFiles.Input;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>Which form a text file has: exactly one must fit.</summary>
internal static class TextForms
{
    private const int LinesLookedAt = 50;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static SeedReader Open(SeedInput input, SeedFileOptions options)
    {
        if (options.SignerCertificate is not null)
            throw new SeedFileException(SeedFileFault.SignatureMissing, "A certificate was given, but a file of this form carries no signature.");
        var head = input.Head();
        var lines = head.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => !l.StartsWith('#') && !CsvRow.IsSeparatorLine(l) && l.AsSpan().ContainsAnyExcept(" ,;\t\"")).Take(LinesLookedAt).ToList();
        if (lines.Count == 0) throw head.Contains('#') ? FileFaults.UnknownForm("only comments") : FileFaults.NoTokens;
        var found = Candidates(lines, input, options).ToList();
        return found switch
        {
            [var (_, open)] => open(),
            [] => throw Nothing(lines, options),
            _ => throw new SeedFileException(
                SeedFileFault.AmbiguousForm, $"The file can be read in more than one way: {string.Join("; ", found.Select(f => f.Name))}."),
        };
    }

    private static IEnumerable<(string Name, Func<SeedReader> Open)> Candidates(List<string> lines, SeedInput input, SeedFileOptions options)
    {
        if (DatReader.Recognises(lines))
            yield return (SeedFileForms.Name(SeedFileForm.ETokenPassDat), () => new DatReader(input.Text(), options));
        var headers = Delimiters.Select(d => (Delimiter: d, Columns: CsvColumns.Find(Fields(lines[0], d), options))).ToList();
        foreach (var (delimiter, header) in headers)
        {
            if (header is not null)
                yield return (Named(header.Form, delimiter), () => new HeaderCsvReader(input.Text(), delimiter, header, options));

            // A header by another delimiter is no row.
            else if (headers.TrueForAll(h => h.Columns is null) && lines.Select(l => Fields(l, delimiter)).FirstOrDefault(f => f.Length > 1) is { } first && OathRow.Recognises(first))
                yield return (Named(SeedFileForm.OathCsv, delimiter), () => new OathCsvReader(input.Text(), delimiter, options));
        }
    }

    /// <summary>Says what was seen, but nothing of the content: it may be seeds.</summary>
    private static SeedFileException Nothing(List<string> lines, SeedFileOptions options)
    {
        var fields = Delimiters.Select(d => Fields(lines[0], d)).MaxBy(f => f.Length)!;
        if (fields.Length > 1 && CsvColumns.Missing(fields, options) is { Count: > 0 } unknown) return FileFaults.UnknownColumns(unknown);
        var known = fields.Where(f => SeedColumns.Find(f) is not null).ToList();
        if (known.Count == 0) return FileFaults.UnknownForm($"text whose first line has {fields.Length} field{(fields.Length == 1 ? "" : "s")}");
        return new SeedFileException(
            SeedFileFault.BadHeader,
            $"The first row must name the columns, each once, at least “serial number” and either “secret key” or “secret key (hex)”. Seen: {string.Join(", ", known)}.", 1);
    }

    private static string Named(SeedFileForm form, char delimiter) => $"{SeedFileForms.Name(form)} with {delimiter switch
    {
        ',' => "commas",
        ';' => "semicolons",
        _ => "tabs",
    }}";

    /// <summary>The fields of a line without quotation marks around them.</summary>
    public static string[] Fields(string line, char delimiter) => [.. line.Split(delimiter).Select(Unquoted)];

    // A formula that keeps zeros stays: ="0012345".
    private static string Unquoted(string field) => field.Trim() is ['=', '"', ..] formula ? formula : field.Trim().Trim('"').Trim();
}
