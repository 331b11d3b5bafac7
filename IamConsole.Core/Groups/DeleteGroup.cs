using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Groups;

/// <summary>Deletes a group with its inline policies; its members stay users without what it gave them.</summary>
public sealed class DeleteGroup(Gate gate)
{
    private const string Event = "DeleteGroup";

    /// <summary>Deletes.</summary>
    public async Task<Result> RunAsync(Caller caller, string name, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.DeleteGroup, null, ct, resource: a => Arn.Group(a, name));
        if (operation.Refusal is { } refusal) return refusal;
        if (await FindGroup.RunAsync(operation, name, ct) is not { } group) return await operation.RefuseAsync(Event, GroupErrors.NoSuchGroup);
        if (!await Administrators.SurviveAsync(operation, () => Task.FromResult(operation.Db.Groups.Remove(group)), ct))
            return await operation.RefuseAsync(Event, UserErrors.LastAdministrator);
        operation.Audit(Event, target: Arn.Group(operation.Account, group.Name), details: new { groupName = group.Name });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
