namespace IamConsole.Core.SeedFiles.Text;

/// <summary>What spreadsheets do to fields.</summary>
internal static class CsvRow
{
    /// <summary>A row that is empty but for its delimiters: a sheet that was once longer.</summary>
    public static bool IsBlank(ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (!string.IsNullOrWhiteSpace(field)) return false;
        }

        return true;
    }

    /// <summary>A line that tells a spreadsheet the delimiter.</summary>
    public static bool IsSeparatorLine(string line) =>
        line.Trim().Trim('"') is { Length: 4 or 5 } mark && mark.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a cell that was kept as text: <c>="0012345"</c> and <c>'0012345</c> are 0012345.</summary>
    public static string? Plain(string? field)
    {
        if (string.IsNullOrWhiteSpace(field)) return null;
        var text = field.Trim();
        if (text is ['=', '"', .., '"'] and { Length: > 3 }) text = text[2..^1];
        else if (text is ['\'', not '\'', ..]) text = text[1..];
        return SeedRules.Empty(text);
    }

    /// <summary>The fields without empty ones at the end: a row that ends in a delimiter.</summary>
    public static string[] WithoutEnd(string[] fields)
    {
        var length = fields.Length;
        while (length > 1 && string.IsNullOrWhiteSpace(fields[length - 1])) length--;
        return length == fields.Length ? fields : fields[..length];
    }
}
