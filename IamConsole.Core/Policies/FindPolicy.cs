using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Finds a managed policy. A change holds it, so that it is not deleted while it is attached.</summary>
internal static class FindPolicy
{
    /// <summary>The name of a managed policy that may be attached in this account: a built-in one or the account's own.</summary>
    public static async Task<string?> NameAsync(Operation operation, string arn, CancellationToken ct)
    {
        var account = operation.Account;
        return BuiltInPolicies.All.FirstOrDefault(p => Arn.BuiltInPolicy(account.Partition, p.Name) == arn)?.Name
            ?? (await OwnAsync(operation, operation.Db.ManagedPolicies.Where(p => p.AccountId == account.Id && p.Arn == arn), ct))?.Name;
    }

    /// <summary>The ARN of the managed policy of that name, or null.</summary>
    public static async Task<string?> ArnAsync(Operation operation, string name, CancellationToken ct)
    {
        var account = operation.Account;
        if (BuiltInPolicies.Find(name) is not null) return Arn.BuiltInPolicy(account.Partition, name);
        var normalized = PolicyName.IsValid(name) ? PolicyName.Normalize(name) : "";
        return (await OwnAsync(
            operation, operation.Db.ManagedPolicies.Where(p => p.AccountId == account.Id && p.NormalizedName == normalized), ct))?.Arn;
    }

    private static async Task<ManagedPolicy?> OwnAsync(Operation operation, IQueryable<ManagedPolicy> wanted, CancellationToken ct)
    {
        var policy = await wanted.AsNoTracking().SingleOrDefaultAsync(ct);
        return policy is null || !operation.IsChange || await operation.Db.LockAsync<ManagedPolicy>(policy.Id, ct) ? policy : null;
    }
}
