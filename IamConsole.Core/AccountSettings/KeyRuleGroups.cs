using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountSettings;

internal static class KeyRuleGroups
{
    /// <summary>The names, as the account writes them, of the groups that a policy has rules for.</summary>
    public static async Task<IReadOnlyCollection<string>> FindAsync(Operation operation, SecurityKeyPolicy policy, CancellationToken ct)
    {
        if (policy.Groups.Count == 0) return [];
        var wanted = policy.Groups.Select(g => PolicyName.Normalize(g.Group)).ToList();
        return await operation.Db.Groups.AsNoTracking()
            .Where(g => g.AccountId == operation.Account.Id && wanted.Contains(g.NormalizedName)).Select(g => g.Name).ToListAsync(ct);
    }

    /// <summary>Who is in which of the groups that a policy has rules for.</summary>
    public static async Task<ILookup<string, string>> MembersAsync(Operation operation, SecurityKeyPolicy policy, CancellationToken ct)
    {
        var wanted = policy.Groups.Select(g => PolicyName.Normalize(g.Group)).ToList();
        var members = policy.Groups.Count == 0 ? []
            : await operation.Db.Groups.AsNoTracking()
                .Where(g => g.AccountId == operation.Account.Id && wanted.Contains(g.NormalizedName))
                .Join(operation.Db.GroupMembers, g => g.Id, m => m.GroupId, (g, m) => new { m.UserId, g.Name }).ToListAsync(ct);
        return members.ToLookup(m => m.UserId, m => m.Name);
    }
}
