namespace IamConsole.Core.SeedFiles.Text;

/// <summary>The columns of a CSV file with a header: where each stands, and which are not known.</summary>
internal sealed class CsvColumns
{
    private const int Most = 256;

    private static readonly SeedColumn[] Entra =
        [SeedColumn.SerialNumber, SeedColumn.SecretKey, SeedColumn.TimeInterval, SeedColumn.Manufacturer, SeedColumn.Model];

    private readonly Dictionary<SeedColumn, int> _places = [];
    private readonly List<int> _unnamed = [];
    private readonly List<string> _unknown = [];
    private bool _twice;
    private bool _leftOut;

    private CsvColumns(int count) => Count = count;

    /// <summary>Columns, named or not.</summary>
    public int Count { get; }

    /// <summary>Names that are neither known nor mapped nor left out, as they may be shown.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>Columns without a name: they must be empty.</summary>
    public IReadOnlyList<int> Unnamed => _unnamed;

    public SeedFileForm Form =>
        !_leftOut && Entra.All(_places.ContainsKey) && _places.Keys.All(c => c is SeedColumn.Upn || Entra.Contains(c))
            ? SeedFileForm.EntraCsv : SeedFileForm.HeaderCsv;

    /// <summary>The place of a column, from 0, or -1.</summary>
    public int this[SeedColumn column] => _places.GetValueOrDefault(column, -1);

    // A serial number and one secret key, each once.
    private bool IsWhole => !_twice && _places.ContainsKey(SeedColumn.SerialNumber)
        && _places.Keys.Count(c => c is SeedColumn.SecretKey or SeedColumn.SecretKeyHex or SeedColumn.SecretKeyBase32) == 1;

    /// <summary>The columns, or null where this is no header that can be read.</summary>
    public static CsvColumns? Find(string[] names, SeedFileOptions options) => Read(names, options) is { IsWhole: true } columns ? columns : null;

    /// <summary>The names of a header that could be read if more of it were known; none where it is no such header.</summary>
    public static IReadOnlyList<string> Missing(string[] names, SeedFileOptions options) =>
        Read(names, options) is { _twice: false } columns && columns._places.Count > 0 ? columns.Unknown : [];

    private static CsvColumns? Read(string[] names, SeedFileOptions options)
    {
        if (names.Length > Most) return null;
        var columns = new CsvColumns(names.Length);
        for (var i = 0; i < names.Length; i++) columns.Add(names[i], i, options);
        return columns;
    }

    private void Add(string name, int place, SeedFileOptions options)
    {
        if (name.Length == 0)
        {
            _unnamed.Add(place);
            return;
        }

        // What a person says of a column counts more than what its name is like.
        var shown = Shown(name, place);
        if (options.TryMap(shown, out var mapped) && mapped is null) _leftOut = true;
        else if ((mapped ?? SeedColumns.Find(name)) is { } column) _twice |= !_places.TryAdd(column, place);
        else _unknown.Add(shown);
    }

    // A name that is odd or could be a seed is called by its place.
    private static string Shown(string name, int place) =>
        name.Length <= 64 && !name.Any(char.IsControl) && !SeedRules.CouldBeSeed(name) ? name : $"column {place + 1}";
}
