using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Deletes a customer managed policy that is attached nowhere.</summary>
public sealed class DeletePolicy(Gate gate)
{
    private const string Event = "DeletePolicy";

    /// <summary>Deletes.</summary>
    public async Task<Result> RunAsync(Caller caller, string policyArn, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.DeletePolicy, null, ct, resource: _ => policyArn);
        if (operation.Refusal is { } refusal) return refusal;
        if (BuiltInPolicies.FindByArn(policyArn) is not null) return PolicyErrors.BuiltIn;
        var (db, account) = (operation.Db, operation.Account.Id);

        // Held first, so that whoever attaches it at this moment is seen; deleted only while nothing refers to it, in one statement.
        await FindPolicy.NameAsync(operation, policyArn, ct);
        var deleted = await db.ManagedPolicies
            .Where(p => p.Arn == policyArn && p.AccountId == account && !db.PolicyAttachments.Any(a => a.PolicyArn == p.Arn))
            .ExecuteDeleteAsync(ct);
        if (deleted == 0)
            return await operation.RefuseAsync(
                Event,
                await db.ManagedPolicies.AnyAsync(p => p.Arn == policyArn && p.AccountId == account, ct)
                    ? PolicyErrors.InUse : PolicyErrors.NoSuchPolicy(policyArn), policyArn);
        operation.Audit(Event, target: policyArn, details: new { policyArn });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
