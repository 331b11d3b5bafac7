using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

/// <summary>Puts a user into a group.</summary>
public sealed class AddUserToGroup(Gate gate)
{
    private const string Event = "AddUserToGroup";

    /// <summary>Adds; adding twice changes nothing.</summary>
    public async Task<Result> RunAsync(Caller caller, string groupName, string userId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.AddUserToGroup, userId, ct, resource: a => Arn.Group(a, groupName));
        if (operation.Refusal is { } refusal) return refusal;
        var (db, user) = (operation.Db, operation.Target);
        if (user.IsRoot) return await operation.RefuseAsync(Event, GroupErrors.RootIsNoMember);
        if (await FindGroup.RunAsync(operation, groupName, ct) is not { } group) return await operation.RefuseAsync(Event, GroupErrors.NoSuchGroup);
        var groups = await db.GroupMembers.Where(m => m.UserId == userId).Select(m => m.GroupId).ToListAsync(ct);
        if (groups.Contains(group.Id)) return Result.Success();
        if (groups.Count >= GroupErrors.MostGroupsOfUser) return await operation.RefuseAsync(Event, GroupErrors.TooManyGroups);
        db.GroupMembers.Add(new GroupMember { GroupId = group.Id, UserId = userId });
        operation.Audit(Event, target: Arn.Group(operation.Account, group.Name), details: new { groupName = group.Name, userName = user.Name });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
