namespace IamConsole.Core.Users;

/// <summary>Something that happened to a user's credentials and is told at the next complete sign-in.</summary>
public sealed class Notice
{
    /// <summary>Random identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required string UserId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The text for the screen; never a secret.</summary>
    public required string Text { get; init; }

    /// <summary>When the user dismissed it, or null.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>A new notice.</summary>
    public static Notice For(string userId, DateTimeOffset at, string text) =>
        new() { Id = RandomId.New(), UserId = userId, At = at, Text = text };
}
