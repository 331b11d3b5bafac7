using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>
/// Erases where keys were sent, 90 days after the order was delivered, rejected or cancelled. No caller: a server's own work,
/// done for the operator.
/// </summary>
public sealed class EraseKeyAddresses(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    /// <summary>How long an address outlives its order.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int BatchSize = 100;

    /// <summary>Erases what is due; the trail is told of each order. How many.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (erased, batch) = (0, BatchSize);
        while (batch == BatchSize) erased += batch = await EraseAsync(ct);
        return erased;
    }

    private async Task<int> EraseAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(ct);
        var orders = db.KeyOrders.Where(o => o.ProtectedAddress != null && o.EndedAt <= oldest);

        // Mostly there is nothing to do, and then nobody waits for a writer.
        if (!await orders.AnyAsync(ct)) return 0;
        await using var transaction = await db.BeginWriteAsync(ct);
        var due = await orders.AsNoTracking().OrderBy(o => o.Number).Take(BatchSize).Select(KeyOrderRow.Of).ToListAsync(ct);
        var erased = 0;
        foreach (var order in due)
        {
            // Another server may have been faster: what it erased, it has told.
            if (await orders.Where(o => o.Number == order.Number).ExecuteUpdateAsync(s => s.SetProperty(o => o.ProtectedAddress, (byte[]?)null), ct) == 0) continue;
            audit.Write(db, "DeleteSecurityKeyOrderAddress", AuditActor.Operator, ClientInfo.Operator, order.AccountId, target: order.Label);
            erased++;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due.Count == BatchSize ? BatchSize : erased;
    }
}
