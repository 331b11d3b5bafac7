using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Attaches a managed policy to a group, and so to its members.</summary>
public sealed class AttachGroupPolicy(Gate gate)
{
    private const string Event = "AttachGroupPolicy";

    /// <summary>Attaches; attaching twice changes nothing.</summary>
    public async Task<Result> RunAsync(Caller caller, string groupName, string policyArn, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.AttachGroupPolicy, null, ct, resource: a => Arn.Group(a, groupName));
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        if (await FindGroup.RunAsync(operation, groupName, ct) is not { } group) return await operation.RefuseAsync(Event, GroupErrors.NoSuchGroup);
        if (await FindPolicy.NameAsync(operation, policyArn, ct) is not { } name)
            return await operation.RefuseAsync(Event, PolicyErrors.NoSuchPolicy(policyArn));
        var attached = await db.PolicyAttachments.Where(a => a.GroupId == group.Id).Select(a => a.PolicyArn).ToListAsync(ct);
        if (attached.Contains(policyArn)) return Result.Success();
        if (attached.Count >= PolicyErrors.MostAttached) return await operation.RefuseAsync(Event, PolicyErrors.TooManyAttached);
        db.PolicyAttachments.Add(PolicyAttachment.ToGroup(operation.Account.Id, group.Id, policyArn));
        operation.Audit(Event, target: Arn.Group(operation.Account, group.Name), details: new { groupName = group.Name, policyName = name, policyArn });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
