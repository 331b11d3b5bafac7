namespace IamConsole.Core.Groups;

/// <summary>A user in a group.</summary>
public sealed class GroupMember
{
    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The user.</summary>
    public required string UserId { get; init; }
}
