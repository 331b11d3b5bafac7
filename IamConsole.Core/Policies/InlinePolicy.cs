namespace IamConsole.Core.Policies;

/// <summary>A policy that belongs to one user or one group and goes with it.</summary>
public sealed class InlinePolicy
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The user, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>The group, or null.</summary>
    public string? GroupId { get; init; }

    /// <summary>See <see cref="PolicyName"/>; unique for its user or group, regarding case as the original does.</summary>
    public required string Name { get; init; }

    /// <summary>The text as it was written.</summary>
    public required string Document { get; set; }

    /// <summary>When it was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
