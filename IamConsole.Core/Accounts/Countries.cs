namespace IamConsole.Core.Accounts;

/// <summary>Countries by ISO 3166-1 alpha-2 code, with the English names of Unicode CLDR.</summary>
public static class Countries
{
    private const string Resource = "IamConsole.Core.Accounts.countries.txt";

    private static readonly Lazy<IReadOnlyList<Country>> Read = new(ReadAll);

    /// <summary>All of them in the order of their names.</summary>
    public static IReadOnlyList<Country> All => Read.Value;

    /// <summary>Whether the text is a country's code.</summary>
    public static bool IsValid(string? code) => code is not null && All.Any(c => c.Code == code);

    private static IReadOnlyList<Country> ReadAll()
    {
        // One a line: the code, a space, the name.
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Country(line[..2], line[3..]))];
    }
}
