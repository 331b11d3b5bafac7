using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>Shows the operator one order with its address. The only way to an address, so the trail is told.</summary>
public sealed class ReadKeyOrder(IDbContextFactory<IamDbContext> databases, AddressProtector addresses, AuditTrailWriter audit)
{
    /// <summary>The order "31" or "SK-2026-0031".</summary>
    public async Task<Result<KeyOrderWithAddress>> RunAsync(string order, CancellationToken ct)
    {
        var number = KeyOrderNumber.Read(order);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var orders = db.KeyOrders.AsNoTracking().Where(o => o.Number == number);
        if (await orders.Select(KeyOrderRow.Of).SingleOrDefaultAsync(ct) is not { } row) return KeyProgramErrors.NoSuchOrder;
        if (await orders.Select(o => o.ProtectedAddress).SingleAsync(ct) is not { } address) return new KeyOrderWithAddress(row, null);
        audit.Write(db, "GetSecurityKeyOrderAddress", AuditActor.Operator, ClientInfo.Operator, row.AccountId, target: row.Label);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new KeyOrderWithAddress(row, addresses.Unprotect(row.AccountId, row.Number, address));
    }
}
