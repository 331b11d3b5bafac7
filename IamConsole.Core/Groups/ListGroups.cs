using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

/// <summary>All groups of the account; the original's quota of 300 keeps the list short.</summary>
public sealed class ListGroups(Gate gate)
{
    /// <summary>By name.</summary>
    public async Task<Result<IReadOnlyList<GroupRow>>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListGroups, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        return await db.Groups.AsNoTracking().Where(g => g.AccountId == account).OrderBy(g => g.NormalizedName)
            .Select(g => new GroupRow(
                g.Id, g.Name, db.GroupMembers.Count(m => m.GroupId == g.Id),
                db.PolicyAttachments.Count(a => a.GroupId == g.Id) + db.InlinePolicies.Count(p => p.GroupId == g.Id), g.CreatedAt))
            .ToListAsync(ct);
    }
}
