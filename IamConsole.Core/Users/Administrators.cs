using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>Keeps an account without root sign-in from losing its last administrator.</summary>
internal static class Administrators
{
    /// <summary>
    /// Makes a change and tells whether it may stay: not when it takes AdministratorAccess from the last user who can
    /// sign in. The caller undoes it then.
    /// </summary>
    public static async Task<bool> SurviveAsync(Operation operation, Func<Task> change, CancellationToken ct)
    {
        // Where root signs in, root is an administrator.
        var (db, account) = (operation.Db, operation.Account);
        var careful = !Partition.AllowsRootSignIn(account.Partition);

        // Two demotions at once must not each find the other's administrator: the account's row makes one wait.
        if (careful)
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, a => a.Name), ct);
        var before = careful && await ExistAsync(operation, ct);
        await change();
        await db.SaveChangesAsync(ct);
        return !before || await ExistAsync(operation, ct);
    }

    private static Task<bool> ExistAsync(Operation operation, CancellationToken ct)
    {
        var (db, account) = (operation.Db, operation.Account);
        var arn = Arn.BuiltInPolicy(account.Partition, BuiltInPolicies.AdministratorAccess);
        var attached = db.PolicyAttachments.Where(a => a.AccountId == account.Id && a.PolicyArn == arn);
        return db.Users.AnyAsync(
            u => u.AccountId == account.Id && !u.IsRoot && u.PasswordHash != null
                && (attached.Any(a => a.UserId == u.Id)
                    || db.GroupMembers.Any(m => m.UserId == u.Id && attached.Any(a => a.GroupId == m.GroupId))), ct);
    }
}
