using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Reads a user's tags.</summary>
public sealed class ListUserTags(Gate gate)
{
    /// <summary>Key and value, by key.</summary>
    public async Task<Result<IReadOnlyDictionary<string, string>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var tags = await operation.Db.UserTags.AsNoTracking().Where(t => t.UserId == userId).OrderBy(t => t.Key).ToListAsync(ct);
        return tags.ToDictionary(t => t.Key, t => t.Value);
    }
}
