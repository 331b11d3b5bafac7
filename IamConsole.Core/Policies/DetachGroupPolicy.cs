using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Policies;

/// <summary>Detaches a managed policy from a group.</summary>
public sealed class DetachGroupPolicy(Gate gate)
{
    private const string Event = "DetachGroupPolicy";

    /// <summary>Detaches; it bites at the members' next click.</summary>
    public async Task<Result> RunAsync(Caller caller, string groupName, string policyArn, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.DetachGroupPolicy, null, ct, resource: a => Arn.Group(a, groupName));
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        if (await FindGroup.RunAsync(operation, groupName, ct) is not { } group) return await operation.RefuseAsync(Event, GroupErrors.NoSuchGroup);
        var attachment = await db.PolicyAttachments.SingleOrDefaultAsync(a => a.GroupId == group.Id && a.PolicyArn == policyArn, ct);
        if (attachment is null) return await operation.RefuseAsync(Event, PolicyErrors.NotAttached);
        if (!await Administrators.SurviveAsync(operation, () => Task.FromResult(db.PolicyAttachments.Remove(attachment)), ct))
            return await operation.RefuseAsync(Event, UserErrors.LastAdministrator);
        operation.Audit(Event, target: Arn.Group(operation.Account, group.Name), details: new { groupName = group.Name, policyArn });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
