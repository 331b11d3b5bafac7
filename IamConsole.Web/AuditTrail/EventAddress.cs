using System.Globalization;
using IamConsole.Core.AuditTrail;
using Microsoft.AspNetCore.Http.Extensions;

namespace IamConsole.Web.AuditTrail;

/// <summary>The filters of audit events as an address: of the page, and of a download of the same events.</summary>
internal static class EventAddress
{
    public const string Page = "/audit-events";

    public const string Download = "/audit-events/export";

    /// <summary>Parts of the query, in the order in which they are offered.</summary>
    public static IReadOnlyList<LookupKey> Attributes { get; } =
    [
        new("name", "Event name", f => f.EventName, (f, value) => f with { EventName = value }),
        new("user", "User name", f => f.UserName, (f, value) => f with { UserName = value }),
        new("resource", "Resource name", f => f.Resource, (f, value) => f with { Resource = value }),
        new("device", "MFA device", f => f.Device, (f, value) => f with { Device = value }),
        new("error", "Error code", f => f.ErrorCode, (f, value) => f with { ErrorCode = value }),
        new("address", "Source IP address", f => f.Address, (f, value) => f with { Address = value }),
    ];

    /// <summary>The address without page and selection: a new filter begins at the first page.</summary>
    public static string Of(EventQuery query, string path = Page, long? selected = null, long? before = null, ExportFormat? format = null)
    {
        var parts = new QueryBuilder();
        foreach (var attribute in Attributes)
            if (attribute.Get(query.Filter) is { } value) parts.Add(attribute.Key, value);
        if (query.Filter.Succeeded is { } succeeded) parts.Add("result", succeeded ? "success" : "failure");
        if (query.Range != EventQuery.DefaultRange) parts.Add("range", query.Range);
        if (query.Range == EventQuery.Custom)
        {
            if (query.Filter.From is { } from) parts.Add("from", Moment(from));
            if (query.Filter.To is { } to) parts.Add("to", Moment(to));
        }

        if (selected is { } sequence) parts.Add("event", Number(sequence));
        if (before is { } first) parts.Add("before", Number(first));
        if (format is { } chosen) parts.Add("format", chosen.ToString());
        return path + parts.ToQueryString();
    }

    /// <summary>As the browser's date and time field writes it; UTC.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
