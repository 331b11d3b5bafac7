namespace IamConsole.Core.Groups;

/// <summary>A user group: its members have its policies.</summary>
public sealed class UserGroup
{
    /// <summary>Random identifier with IAM's prefix.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>1 to 128 of <c>[A-Za-z0-9_+=,.@-]</c>, unique in the account without regard to case.</summary>
    public required string Name { get; set; }

    /// <summary>The name in the one form that is compared.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
