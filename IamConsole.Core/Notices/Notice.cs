namespace IamConsole.Core.Notices;

/// <summary>Something that happened to a user's credentials and is told at the next complete sign-in, and by mail.</summary>
public sealed class Notice
{
    /// <summary>Random identifier; the mail about it has the same.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required string UserId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened and by whom, for the screen; never a secret.</summary>
    public required string Text { get; init; }

    /// <summary>The address it was done from, as far as it can be trusted; null for a command on the server.</summary>
    public string? Address { get; init; }

    /// <summary>See <see cref="NoticeKind"/>.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The one pending sign-in whose success makes this notice pointless, or null.</summary>
    public string? SignInId { get; set; }

    /// <summary>When the user dismissed it, or null.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}
