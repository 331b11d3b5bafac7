using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

internal static class Administrators
{
    /// <summary>Whether the target is the last way in for an administrator: where root signs in, root is one.</summary>
    public static async Task<bool> IsLastAsync(Operation operation, CancellationToken ct)
    {
        var (account, target) = (operation.Account, operation.Target);
        if (!target.IsAdministrator || Partition.AllowsRootSignIn(account.Partition)) return false;

        // Two demotions at once must not each find the other's administrator: the account's row makes one wait.
        await operation.Db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, a => a.Name), ct);
        return !await operation.Db.Users.AnyAsync(
            u => u.AccountId == account.Id && u.Id != target.Id && u.IsAdministrator && u.PasswordHash != null, ct);
    }
}
