using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Attaches a managed policy to a user.</summary>
public sealed class AttachUserPolicy(Gate gate)
{
    private const string Event = "AttachUserPolicy";

    /// <summary>Attaches; attaching twice changes nothing.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, string policyArn, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.AttachUserPolicy, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, user) = (operation.Db, operation.Target);
        if (user.IsRoot) return PolicyErrors.RootHasNoPolicies;
        if (await FindPolicy.NameAsync(operation, policyArn, ct) is not { } name)
            return await operation.RefuseAsync(Event, PolicyErrors.NoSuchPolicy(policyArn));
        var attached = await db.PolicyAttachments.Where(a => a.UserId == userId).Select(a => a.PolicyArn).ToListAsync(ct);
        if (attached.Contains(policyArn)) return Result.Success();
        if (attached.Count >= PolicyErrors.MostAttached) return await operation.RefuseAsync(Event, PolicyErrors.TooManyAttached);
        db.PolicyAttachments.Add(PolicyAttachment.ToUser(operation.Account.Id, userId, policyArn));
        operation.Audit(Event, target: user.ArnIn(operation.Account), details: new { userName = user.Name, policyName = name, policyArn });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
