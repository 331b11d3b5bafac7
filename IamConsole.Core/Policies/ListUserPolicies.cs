using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Every policy that speaks for a user, with the group it comes from.</summary>
public sealed class ListUserPolicies(Gate gate)
{
    /// <summary>The user's own first, then those of groups.</summary>
    public async Task<Result<IReadOnlyList<PrincipalPolicyRow>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListUserPolicies, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        var rows = await PrincipalPolicyRows.OfUserAsync(db, userId, ct);
        var groups = await db.GroupMembers.Where(m => m.UserId == userId)
            .Join(db.Groups, m => m.GroupId, g => g.Id, (_, g) => g).OrderBy(g => g.NormalizedName).AsNoTracking().ToListAsync(ct);
        foreach (UserGroup group in groups) rows.AddRange(await PrincipalPolicyRows.OfGroupAsync(db, group.Id, group.Name, ct));
        return rows;
    }
}
