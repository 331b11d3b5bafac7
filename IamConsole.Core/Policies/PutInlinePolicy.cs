using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Writes an inline policy of a user or group, new or anew.</summary>
public sealed class PutInlinePolicy(Gate gate, TimeProvider clock)
{
    /// <summary>Writes; all inline policies of one owner together stay within the quota.</summary>
    public async Task<Result> RunAsync(Caller caller, InlineOwner owner, string? name, string document, CancellationToken ct)
    {
        var (action, eventName) = owner.UserId is null
            ? (IamAction.PutGroupPolicy, "PutGroupPolicy") : (IamAction.PutUserPolicy, "PutUserPolicy");
        await using var operation = await gate.BeginAsync(caller, action, owner.UserId, ct, resource: owner.Resource);
        if (operation.Refusal is { } refusal) return refusal;
        if (Error.All(PolicyName.IsValid(name) ? null : PolicyErrors.InvalidName, CheckDocument.Run(document, owner.Limit)) is { } wrong) return wrong;
        var found = await owner.FindAsync(operation, ct);
        if (!found.Succeeded) return await operation.RefuseAsync(eventName, found.Error);
        var (db, key) = (operation.Db, found.Value);
        var existing = await db.InlinePolicies.Where(p => p.UserId == key.UserId && p.GroupId == key.GroupId).ToListAsync(ct);
        if (existing.Where(p => p.Name != name).Sum(p => CheckDocument.Size(p.Document)) + CheckDocument.Size(document) > owner.Limit)
            return await operation.RefuseAsync(eventName, PolicyErrors.TooLong(owner.Limit), key.Arn);
        var policy = existing.FirstOrDefault(p => p.Name == name);
        operation.Audit(eventName, target: key.Arn, details: new { policyName = name, policyDocument = document, before = policy?.Document });
        if (policy is null)
        {
            db.InlinePolicies.Add(new InlinePolicy
            {
                Id = RandomId.New(),
                AccountId = operation.Account.Id,
                UserId = key.UserId,
                GroupId = key.GroupId,
                Name = name!,
                Document = document,
                UpdatedAt = clock.GetUtcNow(),
            });
        }
        else
        {
            (policy.Document, policy.UpdatedAt) = (document, clock.GetUtcNow());
        }

        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
