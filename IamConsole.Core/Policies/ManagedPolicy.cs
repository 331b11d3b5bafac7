namespace IamConsole.Core.Policies;

/// <summary>A customer managed policy: stands by itself and is attached to users and groups.</summary>
public sealed class ManagedPolicy
{
    /// <summary>Random identifier with IAM's prefix.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>See <see cref="PolicyName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the one form that is compared.</summary>
    public required string NormalizedName { get; init; }

    /// <summary>What attachments refer to.</summary>
    public required string Arn { get; init; }

    /// <summary>For people, at most 1,000 characters.</summary>
    public string? Description { get; set; }

    /// <summary>The text as it was written.</summary>
    public required string Document { get; set; }

    /// <summary>How often the document was written: v1, v2, …</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the document was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
}
