using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>The operator approves an order: from now on the account cannot cancel it.</summary>
public sealed class ApproveKeyOrder(KeyOrderDesk desk)
{
    /// <summary>Placed → Approved.</summary>
    public Task<Result> RunAsync(string order, CancellationToken ct) => desk.ChangeAsync(
        order, "ApproveSecurityKeyOrder", KeyOrderState.Placed,
        async (db, found, now) => await db.KeyOrders.Where(o => o.Number == found.Number && o.State == KeyOrderState.Placed).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.State, KeyOrderState.Approved).SetProperty(o => o.ApprovedAt, now), ct) == 1,
        "was approved.", details: null, ct);
}
