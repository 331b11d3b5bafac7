using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Deletes an inline policy of a user or group.</summary>
public sealed class DeleteInlinePolicy(Gate gate)
{
    /// <summary>Deletes; it bites at the next click.</summary>
    public async Task<Result> RunAsync(Caller caller, InlineOwner owner, string name, CancellationToken ct)
    {
        var (action, eventName) = owner.UserId is null
            ? (IamAction.DeleteGroupPolicy, "DeleteGroupPolicy") : (IamAction.DeleteUserPolicy, "DeleteUserPolicy");
        await using var operation = await gate.BeginAsync(caller, action, owner.UserId, ct, resource: owner.Resource);
        if (operation.Refusal is { } refusal) return refusal;
        var found = await owner.FindAsync(operation, ct);
        if (!found.Succeeded) return await operation.RefuseAsync(eventName, found.Error);
        var (db, key) = (operation.Db, found.Value);
        var deleted = await db.InlinePolicies.Where(p => p.UserId == key.UserId && p.GroupId == key.GroupId && p.Name == name)
            .ExecuteDeleteAsync(ct);
        if (deleted == 0) return await operation.RefuseAsync(eventName, PolicyErrors.NotAttached, key.Arn);
        operation.Audit(eventName, target: key.Arn, details: new { policyName = name });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
