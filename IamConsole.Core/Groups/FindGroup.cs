using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

internal static class FindGroup
{
    /// <summary>
    /// The group of exactly that name in the caller's account, or null: the gate was asked about the ARN with the name as
    /// it was given, and ARNs regard case. A change holds it, so that it is not deleted meanwhile.
    /// </summary>
    public static async Task<UserGroup?> RunAsync(Operation operation, string name, CancellationToken ct)
    {
        if (!PolicyName.IsValid(name)) return null;
        var (account, normalized) = (operation.Account.Id, PolicyName.Normalize(name));
        var group = await operation.Db.Groups.SingleOrDefaultAsync(
            g => g.AccountId == account && g.NormalizedName == normalized && g.Name == name, ct);
        return group is null || !operation.IsChange || await operation.Db.LockAsync<UserGroup>(group.Id, ct) ? group : null;
    }
}
