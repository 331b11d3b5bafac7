using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>One event of the account with its record.</summary>
public sealed class GetEvent(Gate gate, TimeProvider clock)
{
    /// <summary>The event with this sequence.</summary>
    public async Task<Result<EventDetail>> RunAsync(Caller caller, long sequence, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.LookupEvents, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        await TrailReading.RecordAsync(operation, clock.GetUtcNow(), ct);
        var account = operation.Account.Id;
        var found = await operation.Db.AuditEvents.AsNoTracking()
            .SingleOrDefaultAsync(e => e.AccountId == account && e.Sequence == sequence, ct);
        if (found is null) return AuditTrailErrors.NoSuchEvent;
        var row = new EventRow(
            found.Sequence, found.At, found.EventName, found.ActorName, found.Succeeded, found.Reason,
            found.Target, found.DeviceSerial, found.Details, found.Address);
        return new EventDetail(row, CloudTrailRecord.Of(found).ToJsonString(AuditJson.Readable));
    }
}
