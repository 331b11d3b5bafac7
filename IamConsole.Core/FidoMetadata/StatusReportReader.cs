using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// The status reports of an entry. What is malformed never helps a model: a certification without its day is passed over, a
/// report against the model counts at once and for all of its keys.
/// </summary>
internal static class StatusReportReader
{
    private const int MostReports = 500;
    private const int LongestText = 300;

    public static List<StatusReport> Read(JsonElement entry, Action<string> fault)
    {
        var reports = new List<StatusReport>();
        var items = entry.Items("statusReports").ToList();
        if (items.Count == 0) fault("It has no status report.");
        if (items.Count > MostReports) fault("It has too many status reports; the last ones are used.");
        foreach (var item in items.TakeLast(MostReports))
        {
            if (item.ValueKind is not JsonValueKind.Object || item.Text("status") is not { } status) fault("A status report is malformed and is passed over.");

            // "FIDO Servers MUST silently ignore all unknown values" (3.1.4).
            else if (StatusNames.IsKnown(status) && Read(item, status, fault) is { } report) reports.Add(report);
        }

        return reports;
    }

    private static StatusReport? Read(JsonElement item, string status, Action<string> fault)
    {
        var isWhole = item.TryDate("effectiveDate", out var from) & item.TryDate("sunsetDate", out var until);
        byte[]? certificate = null;
        if ((Given(item, "batchCertificate") ?? Given(item, "certificate")) is { } given) isWhole &= (certificate = EntryReader.Certificate(given)) is not null;
        if (!isWhole)
        {
            var counts = StatusNames.Issues.Contains(status);
            fault(counts ? $"A report {status} has a malformed date or certificate and counts for all keys." : $"A report {status} has a malformed date or certificate and is passed over.");
            if (!counts) return null;
        }

        return new StatusReport(
            status, from, Positive(item.Number("authenticatorVersion")), certificate, Address(item.Text("url")), item.Line("certificationDescriptor", LongestText),
            item.Line("certificateNumber", LongestText), item.Line("certificationPolicyVersion", LongestText),
            item.Line("certificationRequirementsVersion", LongestText), item.Words("certificationProfiles") is { Count: > 0 } profiles ? profiles : null,
            isWhole ? until : null, Small(item.Number("fipsRevision")), Small(item.Number("fipsPhysicalSecurityLevel")));
    }

    private static JsonElement? Given(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null && value.Text() is not "" ? value : null;

    private static long? Positive(long? number) => number is >= 0 ? number : null;

    private static int? Small(long? number) => number is >= 0 and <= 9 ? (int)number : null;

    // Shown as a link: nothing but an address on the web. Many write it without the scheme.
    private static string? Address(string? text)
    {
        if (text is null or { Length: > 500 }) return null;
        var whole = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Contains('.', StringComparison.Ordinal)
            && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;
    }
}
