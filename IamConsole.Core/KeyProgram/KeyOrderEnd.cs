using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>Ends an order before anything was sent.</summary>
internal static class KeyOrderEnd
{
    /// <summary>By one conditional update; false, and nothing changed, when the order no longer waits for approval.</summary>
    public static async Task<bool> PlacedAsync(
        IamDbContext db, KeyOrder order, KeyOrderState end, string? reason, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.KeyOrders.Where(o => o.Number == order.Number && o.State == KeyOrderState.Placed).ExecuteUpdateAsync(
                s => s.SetProperty(o => o.State, end).SetProperty(o => o.EndedAt, now).SetProperty(o => o.Reason, reason)
                    .SetProperty(o => o.OpenAccountId, (string?)null), ct) == 0) return false;
        await db.KeyModels.Where(m => m.Id == order.ModelId).ExecuteUpdateAsync(s => s.SetProperty(m => m.Stock, m => m.Stock + 1), ct);
        return true;
    }
}
