using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>What changes when a BLOB replaces another. Works on the stored form, so that a load writes only what differs.</summary>
internal static class ModelDifference
{
    private const int LongestStatuses = 1000;

    public static string Write(MetadataEntry entry) => JsonSerializer.Serialize(entry);

    /// <exception cref="JsonException">Not one of ours.</exception>
    public static MetadataEntry Read(string content) =>
        JsonSerializer.Deserialize<MetadataEntry>(content) ?? throw new JsonException("An empty model.");

    /// <summary>The change of one model, or null when there is none.</summary>
    /// <param name="number">The new BLOB.</param>
    /// <param name="before">As it was, or null.</param>
    /// <param name="after">As it is, or null.</param>
    public static ModelChange? Of(long number, MetadataEntry? before, MetadataEntry? after)
    {
        if (before is null) return after is null ? null : Change(after, ModelChangeKind.Added, StatusesOf(after.Reports));
        if (after is null) return Change(before, ModelChangeKind.Removed, []);

        // Reports have no identifier: what has one more of them than before was reported anew.
        var known = before.Reports.Select(Text).ToList();
        var anew = after.Reports.Where(r => !known.Remove(Text(r))).ToList();
        if (anew.Exists(r => StatusNames.Issues.Contains(r.Status))) return Change(after, ModelChangeKind.Compromised, StatusesOf(anew));
        return anew.Count > 0 || known.Count > 0 ? Change(after, ModelChangeKind.StatusChanged, StatusesOf(anew))
            : Change(after, ModelChangeKind.Changed, []);

        ModelChange Change(MetadataEntry of, ModelChangeKind kind, List<string> statuses) => new()
        {
            Number = number,
            ModelKey = of.Key,
            Name = of.Name,
            Kind = kind,
            Statuses = statuses.Count == 0 ? null : string.Join(", ", statuses) is var text && text.Length > LongestStatuses ? text[..LongestStatuses] : string.Join(", ", statuses),
        };
    }

    private static List<string> StatusesOf(IEnumerable<StatusReport> reports) => [.. reports.Select(r => r.Status).Distinct(StringComparer.Ordinal)];

    private static string Text(StatusReport report) => JsonSerializer.Serialize(report);
}
