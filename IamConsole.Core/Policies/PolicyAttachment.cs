namespace IamConsole.Core.Policies;

/// <summary>A managed policy attached to one user or one group.</summary>
public sealed class PolicyAttachment
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>The group, or null.</summary>
    public string? GroupId { get; init; }

    /// <summary>Of a built-in or a customer managed policy.</summary>
    public required string PolicyArn { get; init; }

    /// <summary>Attaches to a user.</summary>
    internal static PolicyAttachment ToUser(string accountId, string userId, string policyArn) =>
        new() { Id = RandomId.New(), AccountId = accountId, UserId = userId, PolicyArn = policyArn };

    /// <summary>Attaches to a group.</summary>
    internal static PolicyAttachment ToGroup(string accountId, string groupId, string policyArn) =>
        new() { Id = RandomId.New(), AccountId = accountId, GroupId = groupId, PolicyArn = policyArn };
}
