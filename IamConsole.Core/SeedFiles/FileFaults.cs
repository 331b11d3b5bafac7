using System.Text;
using System.Xml;
using CsvHelper;

namespace IamConsole.Core.SeedFiles;

/// <summary>Refusals of whole files. Texts of libraries are never passed on: they may quote the file.</summary>
internal static class FileFaults
{
    public static SeedFileException? Translate(Exception error) => error switch
    {
        SeedFileException known => known,
        DecoderFallbackException => BadEncoding,
        XmlException { InnerException: DecoderFallbackException } => BadEncoding,
        XmlException xml => Xml(xml),
        MaxFieldSizeException csv => TooLong(csv.Context?.Parser?.RawRow),
        InvalidDataException => DamagedArchive,
        CsvHelperException { InnerException: SeedFileException known } => known,
        CsvHelperException csv => Malformed("The rows cannot be told apart.", csv.Context?.Parser?.RawRow),
        _ => null,
    };

    public static SeedFileException BadEncoding => new(
        SeedFileFault.BadEncoding, "The file is not valid text: it must be UTF-8, or UTF-16 with a byte order mark.");

    public static SeedFileException EncodingMismatch => new(
        SeedFileFault.BadEncoding, "The file names another character encoding than the one it is written in, or one that is not supported.", 1);

    public static SeedFileException Binary(string what) => new(SeedFileFault.UnknownForm, $"This is no seed file but {what}.");

    public static SeedFileException NoTokens => new(SeedFileFault.Empty, "The file holds no token.");

    public static SeedFileException TooLarge(long bytes) => new(
        SeedFileFault.TooLarge, $"The file is larger than {(bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes} bytes")}.");

    public static SeedFileException TooManyRows(int rows) => new(SeedFileFault.TooManyRows, $"The file has more than {rows} rows.");

    public static SeedFileException TooComplex => new(
        SeedFileFault.TooComplex, "The XML is nested too deeply, or one of its parts is too long or has too many names.");

    public static SeedFileException TooLong(int? line) => new(
        SeedFileFault.TooComplex, line is null ? "A field is too long." : $"Row {line} has a field that is too long, or a quotation mark is not closed.", line);

    public static SeedFileException RowTooLong(int row) => new(
        SeedFileFault.TooComplex, $"Row {row} is too long, or a quotation mark is not closed.", row);

    public static SeedFileException UnknownColumns(IReadOnlyList<string> names) => new(
        SeedFileFault.UnknownColumns,
        $"{(names.Count == 1 ? "A column is" : "Columns are")} not known: {string.Join(", ", names.Select(n => $"“{n}”"))}. Say of each which one of ours it is, or that it is left out.", 1)
    {
        Columns = names,
    };

    public static SeedFileException AmbiguousSecret(int row) => new(
        SeedFileFault.AmbiguousSecret, $"The secret key of row {row} can be read as hexadecimal and as Base32. Say which it is.", row);

    public static SeedFileException OnlyEventBased => new(
        SeedFileFault.OnlyEventBased,
        "Every token in this file counts button presses (HOTP, RFC 4226); the console takes time-based tokens alone. "
        + "Ask the vendor to exchange them for TOTP tokens (RFC 6238) of 30 or 60 seconds and 6 or 8 digits.");

    public static SeedFileException DamagedArchive => new(SeedFileFault.Malformed, "The packed file is damaged or ends too early.");

    public static SeedFileException FarMore => Packed("The packed file unpacks to far more than a seed file: it was not read.");

    public static SeedFileException Packed(string message) => new(SeedFileFault.Unsupported, message);

    public static SeedFileException Malformed(string message, int? line = null) => new(SeedFileFault.Malformed, message, line);

    public static SeedFileException Unsupported(string message) => new(SeedFileFault.Unsupported, message);

    public static SeedFileException UnknownForm(string seen) => new(
        SeedFileFault.UnknownForm,
        $"The form of the file is not known. Seen: {seen}. Known are "
        + $"{string.Join(", ", Enum.GetValues<SeedFileForm>().Select(SeedFileForms.Name))}.");

    private static SeedFileException Xml(XmlException error)
    {
        var (line, position) = (error.LineNumber == 0 ? (int?)null : error.LineNumber, error.LinePosition == 0 ? (int?)null : error.LinePosition);
        var place = line is null ? "" : $" (line {line}, character {position})";
        // The framework has no other sign of this case than its English text; satellite languages are not shipped.
        return error.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase)
            ? new SeedFileException(SeedFileFault.Truncated, $"The file ends too early{place}.", line, position)
            : error.Message.Contains("DTD", StringComparison.Ordinal)
            ? new SeedFileException(SeedFileFault.Malformed, $"The file has a document type definition, which is refused{place}.", line, position)
            : error.Message.Contains("ncoding", StringComparison.Ordinal) || error.Message.Contains("byte order mark", StringComparison.Ordinal)
            ? new SeedFileException(SeedFileFault.BadEncoding, BadEncoding.Message, line, position)
            : new SeedFileException(SeedFileFault.Malformed, $"The file is not well-formed XML{place}.", line, position);
    }
}
