using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Writes a customer managed policy anew. It bites at everybody's next click.</summary>
public sealed class UpdatePolicy(Gate gate, TimeProvider clock)
{
    private const string Event = "CreatePolicyVersion";

    /// <summary>Writes, unless somebody else did since <paramref name="readVersion"/> was read.</summary>
    public async Task<Result> RunAsync(Caller caller, string policyArn, int readVersion, string document, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.CreatePolicyVersion, null, ct, resource: _ => policyArn);
        if (operation.Refusal is { } refusal) return refusal;
        if (BuiltInPolicies.FindByArn(policyArn) is not null) return PolicyErrors.BuiltIn;
        var account = operation.Account.Id;
        var policy = await operation.Db.ManagedPolicies.SingleOrDefaultAsync(p => p.Arn == policyArn && p.AccountId == account, ct);
        if (policy is null) return await operation.RefuseAsync(Event, PolicyErrors.NoSuchPolicy(policyArn));
        if (CheckDocument.Run(document, PolicyErrors.LargestManaged, isManaged: true) is { } wrong) return wrong;
        var now = clock.GetUtcNow();
        var written = await operation.Db.ManagedPolicies.Where(p => p.Id == policy.Id && p.Version == readVersion).ExecuteUpdateAsync(
            s => s.SetProperty(p => p.Document, document).SetProperty(p => p.Version, readVersion + 1).SetProperty(p => p.UpdatedAt, now), ct);
        if (written == 0) return await operation.RefuseAsync(Event, PolicyErrors.Changed, policyArn);
        operation.Audit(Event, target: policyArn, details: new
        {
            policyName = policy.Name,
            version = readVersion + 1,
            policyDocument = document,
            before = policy.Document,
        });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
