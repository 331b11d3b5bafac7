using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IamConsole.Core.AuditTrail;

namespace IamConsole.Web.AuditTrail;

/// <summary>How the list words an event.</summary>
internal static partial class EventText
{
    /// <summary>"24 Nov 2026, 08:41:07": among events the seconds matter.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Label(EventRow row) => $"{row.EventName} of {Time(row.At)}";

    /// <summary>A masked name is not worth shouting.</summary>
    public static string User(EventRow row) => row.UserName switch
    {
        null => "-",
        AuditActor.HiddenName => "(unknown)",
        var name => name,
    };

    /// <summary>Why it was refused, or what it was done to.</summary>
    public static string Detail(EventRow row)
    {
        if (row.Reason is { } reason) return Sentence(reason);
        if (row.EventName == "ConsoleLogin") return row.DeviceSerial is { } device ? "MFA: " + Short(device) : "No MFA";
        var subject = row.DeviceSerial ?? row.Target;
        return subject is null ? Named(row.Details) ?? "-"
            : row.DeviceSerial is not null && Named(row.Details) is { } user ? $"{user} / {Short(subject)}" : Short(subject);
    }

    // "InvalidAuthenticationCode" reads "Invalid authentication code"; "UseOfMFA" keeps its capitals.
    private static string Sentence(string code) =>
        WordStart().Replace(code, m => " " + (m.Value.Length > 1 ? m.Value : m.Value.ToLowerInvariant()));

    private static string Short(string resource) =>
        resource.EndsWith(":root", StringComparison.Ordinal) ? "root" : resource[(resource.LastIndexOf('/') + 1)..];

    private static string? Named(string? details)
    {
        if (details is null) return null;
        try
        {
            using var json = JsonDocument.Parse(details);
            return json.RootElement is { ValueKind: JsonValueKind.Object } facts && facts.TryGetProperty("userName", out var name)
                && name.ValueKind is JsonValueKind.String ? name.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?<=[a-z])([A-Z]{2,}(?![a-z])|[A-Z])")]
    private static partial Regex WordStart();
}
