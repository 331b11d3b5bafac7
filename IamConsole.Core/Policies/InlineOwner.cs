using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Policies;

/// <summary>Whose inline policy it is: one user's or one group's.</summary>
/// <param name="UserId">The user, or null.</param>
/// <param name="GroupName">The group, or null.</param>
public sealed record InlineOwner(string? UserId, string? GroupName)
{
    /// <summary>A user's.</summary>
    public static InlineOwner User(string userId) => new(userId, null);

    /// <summary>A group's.</summary>
    public static InlineOwner Group(string groupName) => new(null, groupName);

    internal int Limit => UserId is null ? PolicyErrors.LargestOfGroup : PolicyErrors.LargestOfUser;

    internal Func<Account, string>? Resource => GroupName is null ? null : account => Arn.Group(account, GroupName);

    internal async Task<Result<InlineKey>> FindAsync(Operation operation, CancellationToken ct)
    {
        if (UserId is not null)
            return operation.Target.IsRoot ? PolicyErrors.RootHasNoPolicies : new InlineKey(UserId, null, operation.Target.ArnIn(operation.Account));
        return await FindGroup.RunAsync(operation, GroupName!, ct) is { } group
            ? new InlineKey(null, group.Id, Arn.Group(operation.Account, group.Name)) : GroupErrors.NoSuchGroup;
    }
}
