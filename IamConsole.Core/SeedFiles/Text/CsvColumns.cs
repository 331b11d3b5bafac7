namespace IamConsole.Core.SeedFiles.Text;

/// <summary>The columns of a CSV file with a header: where each stands.</summary>
internal sealed class CsvColumns
{
    private static readonly string[] Entra = ["SERIAL NUMBER", "SECRET KEY", "TIME INTERVAL", "MANUFACTURER", "MODEL"];

    private static readonly HashSet<string> Known =
        [.. Entra, "UPN", "SECRET KEY (HEX)", "ALGORITHM", "DIGITS", "PARTITION", "EXPIRES ON", "TYPE", "FORM"];

    private readonly Dictionary<string, int> _places;

    private CsvColumns(Dictionary<string, int> places, int count)
    {
        (_places, Count) = (places, count);
        (Serial, Base32, Hex) = (Place("SERIAL NUMBER"), Place("SECRET KEY"), Place("SECRET KEY (HEX)"));
        (Interval, Vendor, Model) = (Place("TIME INTERVAL"), Place("MANUFACTURER"), Place("MODEL"));
        (Algorithm, Digits, Type) = (Place("ALGORITHM"), Place("DIGITS"), Place("TYPE"));
        (Partition, Expires, TokenForm) = (Place("PARTITION"), Place("EXPIRES ON"), Place("FORM"));
    }

    public int Count { get; }

    public int Serial { get; }

    public int Base32 { get; }

    public int Hex { get; }

    public int Interval { get; }

    public int Vendor { get; }

    public int Model { get; }

    public int Algorithm { get; }

    public int Digits { get; }

    public int Type { get; }

    public int Partition { get; }

    public int Expires { get; }

    public int TokenForm { get; }

    public SeedFileForm Form =>
        Entra.All(_places.ContainsKey) && _places.Keys.All(n => n == "UPN" || Entra.Contains(n)) ? SeedFileForm.EntraCsv : SeedFileForm.HeaderCsv;

    public static bool IsKnown(string name) => Known.Contains(name.ToUpperInvariant());

    /// <summary>The columns, or null where this is no header that can be read.</summary>
    public static CsvColumns? Find(string[] names)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0 && !places.TryAdd(names[i].ToUpperInvariant(), i)) return null;
        }

        var seeds = (places.ContainsKey("SECRET KEY") ? 1 : 0) + (places.ContainsKey("SECRET KEY (HEX)") ? 1 : 0);
        return places.ContainsKey("SERIAL NUMBER") && seeds == 1 ? new CsvColumns(places, names.Length) : null;
    }

    private int Place(string name) => _places.GetValueOrDefault(name, -1);
}
