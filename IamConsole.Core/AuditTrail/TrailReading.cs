using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// Reading the trail is itself recorded: once for each session and quarter of an hour, so that paging does not bury what
/// there is to read under rows about reading it. Exports are recorded each time.
/// </summary>
internal static class TrailReading
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(15);

    public static async Task RecordAsync(Operation operation, DateTimeOffset now, CancellationToken ct)
    {
        var (db, account, session, since) = (operation.Db, operation.Account.Id, operation.Session.Id, now - Grain);
        if (await db.AuditEvents.AnyAsync(
                e => e.AccountId == account && e.EventName == "LookupEvents" && e.At > since && e.SessionId == session, ct)) return;
        await using var transaction = await db.BeginWriteAsync(ct);
        operation.Audit("LookupEvents");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
