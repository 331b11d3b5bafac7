namespace IamConsole.Core.Notices;

/// <summary>
/// A notice on its way to a mailbox: written in the transaction of the change, sent afterwards by whichever server claims
/// it first. It outlives its user, so that who deletes a user does not silence what was to be told before.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>The notice's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Whom it concerns; may be deleted meanwhile.</summary>
    public required string UserId { get; init; }

    /// <summary>The name at the time.</summary>
    public required string UserName { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened and by whom; never a secret.</summary>
    public required string Text { get; init; }

    /// <summary>The address it was done from, or null.</summary>
    public string? ClientAddress { get; init; }

    /// <summary>See <see cref="NoticeKind"/>.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The user's e-mail address at the time: a later change of it redirects nothing. Null without one.</summary>
    public string? Recipient { get; set; }

    /// <summary>See <see cref="MailState"/>.</summary>
    public MailState State { get; set; }

    /// <summary>How often a server was asked to take it.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this; while a server sends it, until when the others leave it to that one.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>When a server took it, or null.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed, or null.</summary>
    public string? Failure { get; set; }
}
