using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.KeyProgram;

/// <summary>"Orders": what the account ordered of the security key program, and where each order stands.</summary>
public sealed class ListSecurityKeyOrders(Gate gate)
{
    private const int PageSize = 25;

    /// <summary>The newest first, those before the order <paramref name="after"/>.</summary>
    public async Task<Result<KeyOrderPage>> RunAsync(Caller caller, long? after, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListSecurityKeyOrders, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var all = db.KeyOrders.AsNoTracking().Where(o => o.AccountId == account);
        var rows = await all.Where(o => after == null || o.Number < after).OrderByDescending(o => o.Number).Take(PageSize + 1)
            .Select(KeyOrderRow.Of).ToListAsync(ct);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        return new KeyOrderPage(
            await db.KeyProgramRules.Select(r => r.IsOn).SingleAsync(ct), rows, await all.CountAsync(ct),
            await all.AnyAsync(o => o.OpenAccountId == account, ct), await RegisteredAtAsync(operation, ct), more ? rows[^1].Number : null);
    }

    // Root's devices are root's matter: nobody else learns of them here.
    private static async Task<DateTimeOffset?> RegisteredAtAsync(Operation operation, CancellationToken ct) => !operation.User.IsRoot ? null
        : await operation.Db.MfaDevices.Where(d => d.UserId == operation.User.Id && d.Kind == MfaDeviceKind.SecurityKey)
            .OrderByDescending(d => d.CreatedAt).Select(d => (DateTimeOffset?)d.CreatedAt).FirstOrDefaultAsync(ct);
}
