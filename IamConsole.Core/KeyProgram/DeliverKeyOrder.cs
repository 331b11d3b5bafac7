using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator knows that the key arrived. 90 days later its address is erased (<see cref="EraseKeyAddresses"/>).</summary>
public sealed class DeliverKeyOrder(KeyOrderDesk desk)
{
    /// <summary>Shipped → Delivered.</summary>
    public Task<Result> RunAsync(string order, CancellationToken ct) => desk.ChangeAsync(
        order, "DeliverSecurityKeyOrder", KeyOrderState.Shipped,
        async (db, found, now) => await db.KeyOrders.Where(o => o.Number == found.Number && o.State == KeyOrderState.Shipped).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.State, KeyOrderState.Delivered).SetProperty(o => o.EndedAt, now)
                .SetProperty(o => o.OpenAccountId, (string?)null), ct) == 1,
        "was delivered. Register the key as an MFA device of the root user.", details: null, ct);
}
