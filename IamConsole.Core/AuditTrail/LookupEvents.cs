using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>A page of the account's events: keyset paging over time and sequence, projected, untracked.</summary>
public sealed class LookupEvents(Gate gate, TimeProvider clock)
{
    private const int PageSize = 25;

    /// <summary>The newest events, or those before <paramref name="before"/>.</summary>
    public async Task<Result<EventPage>> RunAsync(Caller caller, EventFilter filter, long? before, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.LookupEvents, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        await TrailReading.RecordAsync(operation, clock.GetUtcNow(), ct);
        var account = operation.Account.Id;
        var events = filter.Normal().Of(account, operation.Db.AuditEvents.AsNoTracking());
        var count = await events.Take(EventPage.CountedUpTo + 1).CountAsync(ct);
        if (before is { } sequence)
        {
            var time = await operation.Db.AuditEvents.Where(e => e.AccountId == account && e.Sequence == sequence)
                .Select(e => (DateTimeOffset?)e.At).SingleOrDefaultAsync(ct);
            if (time is { } at) events = events.Where(e => e.At <= at && (e.At < at || e.Sequence < sequence));
        }

        var rows = await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(PageSize + 1)
            .Select(e => new EventRow(
                e.Sequence, e.At, e.EventName, e.ActorName, e.Succeeded, e.Reason, e.Target, e.DeviceSerial, e.Details, e.Address))
            .ToListAsync(ct);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new EventPage(rows, count, more ? rows[^1].Sequence : null);
    }
}
