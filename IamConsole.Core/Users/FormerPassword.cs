namespace IamConsole.Core.Users;

/// <summary>The hash of a password that a user had: only to refuse its reuse.</summary>
public sealed class FormerPassword
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it was.</summary>
    public required string UserId { get; init; }

    /// <summary>The hash, as it was stored.</summary>
    public required string Hash { get; init; }

    /// <summary>When another password took its place.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }
}
