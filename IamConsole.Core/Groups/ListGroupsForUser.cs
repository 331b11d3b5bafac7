using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

/// <summary>The groups a user is in.</summary>
public sealed class ListGroupsForUser(Gate gate)
{
    /// <summary>Their names, in order.</summary>
    public async Task<Result<IReadOnlyList<string>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListGroupsForUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        return await db.GroupMembers.Where(m => m.UserId == userId)
            .Join(db.Groups, m => m.GroupId, g => g.Id, (_, g) => g).OrderBy(g => g.NormalizedName).Select(g => g.Name).ToListAsync(ct);
    }
}
