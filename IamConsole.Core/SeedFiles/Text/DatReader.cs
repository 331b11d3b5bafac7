using System.Runtime.CompilerServices;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>
/// SafeWord authenticator records of eToken PASS: lines <c>name: value</c>, records parted by empty lines. The line
/// <c>sccTokenData</c> holds <c>name=value;</c> pairs, which may as well stand in lines of their own.
/// </summary>
internal sealed class DatReader(TextReader text, SeedFileOptions options) : SeedReader
{
    private const int MostNames = 64;

    private static readonly string[] Marks = ["dn", "objectclass", "serial", "sccAuthenticatorId", "sccTokenType", "sccTokenData", "sccKey"];

    private readonly LineReader _lines = new(text, options.MaxFieldLength);

    public override SeedFileForm Form => SeedFileForm.ETokenPassDat;

    public static bool Recognises(IEnumerable<string> lines) =>
        lines.First() is var line && line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
        && Marks.Contains(line[..colon].Trim(), StringComparer.OrdinalIgnoreCase);

    public override async IAsyncEnumerable<SeedRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var record = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (first, sound) = (0, true);
        while (true)
        {
            var line = (await _lines.ReadAsync(ct))?.Trim();
            if (line is { Length: > 0 })
            {
                if (line.StartsWith('#')) continue;
                if (record.Count == 0 && sound) first = _lines.Number;
                sound &= Add(record, line);
                continue;
            }

            if (record.Count > 0 || !sound) yield return DatRecord.Judge(first, record, sound);
            record.Clear();
            sound = true;
            if (line is null) yield break;
        }
    }

    public override ValueTask DisposeAsync()
    {
        text.Dispose();
        return ValueTask.CompletedTask;
    }

    // False where the line is no line of a record: named twice, too many, without a name.
    private static bool Add(Dictionary<string, string> record, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return false;
        var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
        if (!name.Equals("sccTokenData", StringComparison.OrdinalIgnoreCase)) return Put(record, name, value);
        return value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(pair =>
            pair.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && Put(record, pair[..equals].Trim(), pair[(equals + 1)..].Trim()));
    }

    // objectclass may stand several times (LDIF); nothing else does.
    private static bool Put(Dictionary<string, string> record, string name, string value) =>
        record.Count < MostNames && (record.TryAdd(name, value) || name.Equals("objectclass", StringComparison.OrdinalIgnoreCase));
}
