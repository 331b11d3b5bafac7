namespace IamConsole.Core.AuditTrail;

/// <summary>Which events of an account; each part that is set must fit, exactly as it was written.</summary>
/// <param name="EventName">E.g. <c>ConsoleLogin</c>.</param>
/// <param name="UserName">Who acted.</param>
/// <param name="Address">From where.</param>
/// <param name="Resource">What was acted upon: an ARN or serial number.</param>
/// <param name="Device">The MFA device that was used or changed: an ARN or serial number.</param>
/// <param name="ErrorCode">Why it was refused, as a short code, e.g. <c>AccessDenied</c>.</param>
/// <param name="Succeeded">Done, or refused.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Before.</param>
public sealed record EventFilter(
    string? EventName = null, string? UserName = null, string? Address = null, string? Resource = null, string? Device = null,
    string? ErrorCode = null, bool? Succeeded = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    internal IQueryable<AuditEvent> Of(string accountId, IQueryable<AuditEvent> all)
    {
        var events = all.Where(e => e.AccountId == accountId);
        if (EventName is { } name) events = events.Where(e => e.EventName == name);
        if (UserName is { } user) events = events.Where(e => e.ActorName == user);
        if (Address is { } address) events = events.Where(e => e.Address == address);
        if (Resource is { } resource) events = events.Where(e => e.Target == resource);
        if (Device is { } device) events = events.Where(e => e.DeviceSerial == device);
        if (ErrorCode is { } code) events = events.Where(e => !e.Succeeded && e.Reason == code);
        if (From is { } from) events = events.Where(e => e.At >= from);
        if (To is { } to) events = events.Where(e => e.At < to);
        return Succeeded switch
        {
            true => events.Where(e => e.Succeeded),
            false => events.Where(e => !e.Succeeded),
            null => events,
        };
    }

    // The driver of PostgreSQL takes UTC only; control characters are in no column.
    internal EventFilter Normal() => this with
    {
        EventName = Text(EventName),
        UserName = Text(UserName),
        Address = Text(Address),
        Resource = Text(Resource),
        Device = Text(Device),
        ErrorCode = Text(ErrorCode),
        From = From?.ToUniversalTime(),
        To = To?.ToUniversalTime(),
    };

    private static string? Text(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : string.Concat(typed.Trim().Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
