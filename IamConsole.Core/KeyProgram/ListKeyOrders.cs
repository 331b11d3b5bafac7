using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>What the operator has to do: open orders of every account, or all orders.</summary>
public sealed class ListKeyOrders(IDbContextFactory<IamDbContext> databases)
{
    private const int Most = 500;

    /// <summary>At most 500.</summary>
    public async Task<KeyOrderList> RunAsync(bool onlyOpen, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var orders = onlyOpen
            ? db.KeyOrders.Where(o => o.OpenAccountId != null).OrderBy(o => o.Number)
            : db.KeyOrders.OrderByDescending(o => o.Number);
        var rows = await orders.AsNoTracking().Take(Most + 1).Select(KeyOrderRow.Of).ToListAsync(ct);
        return new KeyOrderList([.. rows.Take(Most)], rows.Count > Most);
    }
}
