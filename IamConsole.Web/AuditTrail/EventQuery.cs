using System.Globalization;
using IamConsole.Core.AuditTrail;

namespace IamConsole.Web.AuditTrail;

/// <summary>What the address asks for.</summary>
/// <param name="Filter">Which events, as far as it does not depend on the time of day.</param>
/// <param name="Range">The chosen time range; see <see cref="Ranges"/>.</param>
public sealed record EventQuery(EventFilter Filter, string Range)
{
    /// <summary>Without a choice.</summary>
    public const string DefaultRange = "7d";

    /// <summary>From and to are in the filter.</summary>
    public const string Custom = "custom";

    /// <summary>No limit.</summary>
    public const string All = "all";

    private const int LongestValue = 512;

    /// <summary>Key, text and length of each range that ends now.</summary>
    public static IReadOnlyList<(string Key, string Text, TimeSpan? Length)> Ranges { get; } =
    [
        ("1h", "Last hour", TimeSpan.FromHours(1)), ("24h", "Last 24 hours", TimeSpan.FromHours(24)),
        (DefaultRange, "Last 7 days", TimeSpan.FromDays(7)), ("30d", "Last 30 days", TimeSpan.FromDays(30)),
        ("90d", "Last 90 days", TimeSpan.FromDays(90)), (All, "All time", null), (Custom, "Custom range", null),
    ];

    /// <summary>Reads an address; what is not understood is left out.</summary>
    public static EventQuery Read(Func<string, string?> query)
    {
        var filter = EventAddress.Attributes.Aggregate(new EventFilter(), (f, attribute) =>
            query(attribute.Key) is { Length: > 0 and <= LongestValue } value ? attribute.With(f, value) : f);
        filter = filter with { Succeeded = query("result") switch { "success" => true, "failure" => false, _ => null } };
        var range = Ranges.Any(r => r.Key == query("range")) ? query("range")! : DefaultRange;
        return new EventQuery(range == Custom ? filter with { From = Moment(query("from")), To = Moment(query("to")) } : filter, range);
    }

    /// <summary>A field's date and time, taken as UTC.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time : null;

    /// <summary>The filter with the range's beginning.</summary>
    public EventFilter At(DateTimeOffset now) =>
        Ranges.Single(r => r.Key == Range).Length is { } length ? Filter with { From = now - length } : Filter;
}
