using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>All managed policies of the account; the original's quota of 1,500 keeps the list short.</summary>
public sealed class ListPolicies(Gate gate)
{
    /// <summary>By name, built-in ones among them.</summary>
    public async Task<Result<IReadOnlyList<PolicyRow>>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListPolicies, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account);
        var attached = await db.PolicyAttachments.Where(a => a.AccountId == account.Id).GroupBy(a => a.PolicyArn)
            .Select(g => new { Arn = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Arn, g => g.Count, ct);
        var own = await db.ManagedPolicies.AsNoTracking().Where(p => p.AccountId == account.Id)
            .Select(p => new { p.Arn, p.Name, p.Description, p.UpdatedAt }).ToListAsync(ct);
        return
        (PolicyRow[])[
            .. BuiltInPolicies.All.Select(p => new { Arn = Arn.BuiltInPolicy(account.Partition, p.Name), Policy = p })
                .Select(p => new PolicyRow(p.Arn, p.Policy.Name, true, p.Policy.Description, attached.GetValueOrDefault(p.Arn), null))
                .Concat(own.Select(p => new PolicyRow(p.Arn, p.Name, false, p.Description, attached.GetValueOrDefault(p.Arn), p.UpdatedAt)))
                .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
