using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>The status reports of an entry.</summary>
internal static class StatusReportReader
{
    private const int MostReports = 500;
    private const int LongestText = 300;

    /// <summary>Null when one is malformed: it might be the one that speaks against the model.</summary>
    public static List<StatusReport>? Read(JsonElement entry)
    {
        var reports = new List<StatusReport>();
        var count = 0;
        foreach (var item in entry.Items("statusReports"))
        {
            if (++count > MostReports || item.ValueKind is not JsonValueKind.Object || item.Text("status") is not { } status) return null;

            // "FIDO Servers MUST silently ignore all unknown values" (3.1.4).
            if (!StatusNames.IsKnown(status)) continue;
            if (!item.TryDate("effectiveDate", out var from) || !item.TryDate("sunsetDate", out var until)) return null;
            byte[]? certificate = null;
            if ((Given(item, "batchCertificate") ?? Given(item, "certificate")) is { } given && (certificate = EntryReader.Certificate(given)) is null) return null;
            reports.Add(new StatusReport(
                status, from, Positive(item.Number("authenticatorVersion")), certificate, Address(item.Text("url")), item.Line("certificationDescriptor", LongestText),
                item.Line("certificateNumber", LongestText), item.Line("certificationPolicyVersion", LongestText),
                item.Line("certificationRequirementsVersion", LongestText), item.Words("certificationProfiles") is { Count: > 0 } profiles ? profiles : null,
                until, Small(item.Number("fipsRevision")), Small(item.Number("fipsPhysicalSecurityLevel"))));
        }

        return count == 0 ? null : reports;
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
