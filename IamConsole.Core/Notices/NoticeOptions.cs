namespace IamConsole.Core.Notices;

/// <summary>What the notices know of the way to the mailboxes.</summary>
public sealed class NoticeOptions
{
    /// <summary>Whether a mail server is set up. Without one, mails wait in the outbox and nobody gets any.</summary>
    public bool SendsMail { get; set; }
}
