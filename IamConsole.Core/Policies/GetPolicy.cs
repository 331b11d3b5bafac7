using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Reads a managed policy by name; a built-in and an own one never share a name.</summary>
public sealed class GetPolicy(Gate gate)
{
    private const int MostUsers = 100;

    /// <summary>The policy, or that there is none of that name.</summary>
    public async Task<Result<PolicyDetail>> RunAsync(Caller caller, string name, CancellationToken ct)
    {
        var builtIn = BuiltInPolicies.Find(name);
        await using var operation = await gate.ReadAsync(
            caller, IamAction.GetPolicy, null, ct,
            a => builtIn is null ? Arn.Policy(a, PolicyName.IsValid(name) ? name : "*") : Arn.BuiltInPolicy(a.Partition, name));
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account);
        if (!PolicyName.IsValid(name)) return PolicyErrors.NoSuchPolicy("of that name");
        var normalized = PolicyName.Normalize(name);
        // Exactly that name: the gate was asked about the ARN with it, and ARNs regard case.
        var own = builtIn is not null ? null : await db.ManagedPolicies.AsNoTracking()
            .SingleOrDefaultAsync(p => p.AccountId == account.Id && p.NormalizedName == normalized && p.Name == name, ct);
        if (own is null && builtIn is null) return PolicyErrors.NoSuchPolicy(name);
        var arn = own?.Arn ?? Arn.BuiltInPolicy(account.Partition, name);
        var attached = db.PolicyAttachments.Where(a => a.AccountId == account.Id && a.PolicyArn == arn);
        var users = await attached.Join(db.Users, a => a.UserId, u => u.Id, (_, u) => u.Name).OrderBy(n => n).Take(MostUsers).ToListAsync(ct);
        var groups = await attached.Join(db.Groups, a => a.GroupId, g => g.Id, (_, g) => g.Name).OrderBy(n => n).ToListAsync(ct);
        var row = new PolicyRow(
            arn, own?.Name ?? name, builtIn is not null, own?.Description ?? builtIn?.Description, await attached.CountAsync(ct), own?.UpdatedAt);
        return new PolicyDetail(row, own?.Document ?? builtIn!.Text, own?.Version ?? 0, users, groups);
    }
}
