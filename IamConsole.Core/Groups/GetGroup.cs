using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Groups;

/// <summary>Reads a group with a page of its members and its policies.</summary>
public sealed class GetGroup(Gate gate)
{
    private const int PageSize = 50;

    /// <summary>The members behind the name <paramref name="after"/>.</summary>
    public async Task<Result<GroupDetail>> RunAsync(Caller caller, string name, string? after, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(
            caller, IamAction.GetGroup, null, ct, a => Arn.Group(a, PolicyName.IsValid(name) ? name : "*"));
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        if (await FindGroup.RunAsync(operation, name, ct) is not { } group) return GroupErrors.NoSuchGroup;
        var users = db.GroupMembers.Where(m => m.GroupId == group.Id).Join(db.Users, m => m.UserId, u => u.Id, (_, u) => u);
        if (after is not null)
        {
            var from = UserName.Normalize(after);
            users = users.Where(u => string.Compare(u.NormalizedName, from) > 0);
        }

        var members = await users.OrderBy(u => u.NormalizedName).Take(PageSize + 1)
            .Select(u => new MemberRow(u.Id, u.Name, u.LastSignInAt)).ToListAsync(ct);
        var more = members.Count > PageSize;
        if (more) members.RemoveAt(PageSize);
        var policies = await PrincipalPolicyRows.OfGroupAsync(db, group.Id, null, ct);
        var count = await db.GroupMembers.CountAsync(m => m.GroupId == group.Id, ct);
        return new GroupDetail(
            new GroupRow(group.Id, group.Name, count, policies.Count, group.CreatedAt),
            Arn.Group(operation.Account, group.Name), members, more ? members[^1].Name : null, policies);
    }
}
