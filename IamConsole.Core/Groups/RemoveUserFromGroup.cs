using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

/// <summary>Takes a user out of a group. His sessions end, so that open windows show what he may still do.</summary>
public sealed class RemoveUserFromGroup(Gate gate)
{
    private const string Event = "RemoveUserFromGroup";

    /// <summary>Removes.</summary>
    public async Task<Result> RunAsync(Caller caller, string groupName, string userId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.RemoveUserFromGroup, userId, ct, resource: a => Arn.Group(a, groupName));
        if (operation.Refusal is { } refusal) return refusal;
        var (db, user) = (operation.Db, operation.Target);
        if (await FindGroup.RunAsync(operation, groupName, ct) is not { } group) return await operation.RefuseAsync(Event, GroupErrors.NoSuchGroup);
        var member = await db.GroupMembers.SingleOrDefaultAsync(m => m.GroupId == group.Id && m.UserId == userId, ct);
        if (member is null) return await operation.RefuseAsync(Event, GroupErrors.NoMember);
        if (!await Administrators.SurviveAsync(operation, () => Task.FromResult(db.GroupMembers.Remove(member)), ct))
            return await operation.RefuseAsync(Event, UserErrors.LastAdministrator);
        operation.RenewCredentials();
        operation.Audit(Event, target: Arn.Group(operation.Account, group.Name), details: new { groupName = group.Name, userName = user.Name });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
