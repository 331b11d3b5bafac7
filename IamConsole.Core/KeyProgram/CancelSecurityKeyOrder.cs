using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>Withdraws an order that the operator has not approved yet; its key returns to the stock.</summary>
public sealed class CancelSecurityKeyOrder(Gate gate, TimeProvider clock)
{
    private const string Event = "CancelSecurityKeyOrder";

    /// <summary>Cancels, unless the operator was faster.</summary>
    public async Task<Result> RunAsync(Caller caller, long orderNumber, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.CancelSecurityKeyOrder, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account.Id, clock.GetUtcNow());
        var order = await db.KeyOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Number == orderNumber && o.AccountId == account, ct);
        if (order is null) return await operation.RefuseAsync(Event, KeyProgramErrors.NoSuchOrder);
        if (!await KeyOrderEnd.PlacedAsync(db, order, KeyOrderState.Cancelled, reason: null, now, ct))
            return await operation.RefuseAsync(Event, KeyProgramErrors.CannotCancel, order.Label);
        operation.Audit(Event, target: order.Label, details: new { model = order.ModelId });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
