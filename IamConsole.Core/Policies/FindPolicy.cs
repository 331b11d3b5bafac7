using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

internal static class FindPolicy
{
    /// <summary>The name of a managed policy that may be attached in this account: a built-in one or the account's own.</summary>
    public static async Task<string?> NameAsync(Operation operation, string arn, CancellationToken ct)
    {
        var account = operation.Account;
        var builtIn = BuiltInPolicies.All.FirstOrDefault(p => Arn.BuiltInPolicy(account.Partition, p.Name) == arn);
        return builtIn?.Name ?? await operation.Db.ManagedPolicies
            .Where(p => p.AccountId == account.Id && p.Arn == arn).Select(p => p.Name).SingleOrDefaultAsync(ct);
    }

    /// <summary>The ARN of the managed policy of that name, or null.</summary>
    public static async Task<string?> ArnAsync(Operation operation, string name, CancellationToken ct)
    {
        var account = operation.Account;
        if (BuiltInPolicies.Find(name) is not null) return Arn.BuiltInPolicy(account.Partition, name);
        var normalized = PolicyName.IsValid(name) ? PolicyName.Normalize(name) : "";
        return await operation.Db.ManagedPolicies
            .Where(p => p.AccountId == account.Id && p.NormalizedName == normalized).Select(p => p.Arn).SingleOrDefaultAsync(ct);
    }
}
