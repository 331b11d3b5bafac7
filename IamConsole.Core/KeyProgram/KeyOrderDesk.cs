using IamConsole.Core.AuditTrail;
using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>
/// What the operator's changes of an order have in common: find, change by a conditional update, tell root, audit, save.
/// A right that comes with the server, not with the account; the gate is not asked, the trail is told.
/// </summary>
public sealed class KeyOrderDesk(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    /// <summary>Changes an order.</summary>
    /// <param name="order">"31" or "SK-2026-0031".</param>
    /// <param name="eventName">For the trail.</param>
    /// <param name="from">The state from which alone this goes on.</param>
    /// <param name="change">The conditional update; false when the order was not in that state.</param>
    /// <param name="notice">How the sentence to root goes on: "was approved".</param>
    /// <param name="details">For the trail; never an address.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result> ChangeAsync(
        string order, string eventName, KeyOrderState from, Func<IamDbContext, KeyOrder, DateTimeOffset, Task<bool>> change,
        string notice, object? details, CancellationToken ct)
    {
        var (number, now) = (KeyOrderNumber.Read(order), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await db.KeyOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Number == number, ct) is not { } found) return KeyProgramErrors.NoSuchOrder;
        Error? refused = null;
        if (!await change(db, found, now))
        {
            var state = await db.KeyOrders.Where(o => o.Number == number).Select(o => o.State).SingleAsync(ct);
            refused = KeyProgramErrors.WrongState(found.Label, state, from);
        }

        audit.Write(db, eventName, AuditActor.Operator, ClientInfo.Operator, found.AccountId, refused?.Code, found.Label, details: details);
        if (refused is null)
        {
            var root = await db.Users.SingleAsync(u => u.AccountId == found.AccountId && u.IsRoot, ct);
            db.Tell(root, now, $"The security key order {found.Label} {notice}", ClientInfo.Operator);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return refused is null ? Result.Success() : refused;
    }
}
