namespace IamConsole.Core.Notices;

/// <summary>A mail as the outbox shows it.</summary>
/// <param name="Id">The notice's identifier.</param>
/// <param name="At">When it happened.</param>
/// <param name="UserName">Whom it concerns.</param>
/// <param name="Text">What happened and by whom.</param>
/// <param name="Recipient">Where to, or null without an address.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often a server was asked to take it.</param>
/// <param name="DueAt">The next attempt.</param>
/// <param name="SentAt">When a server took it, or null.</param>
/// <param name="Failure">Why the last attempt failed, or null.</param>
public sealed record OutboxRow(
    string Id, DateTimeOffset At, string UserName, string Text, string? Recipient, MailState State, int Attempts,
    DateTimeOffset DueAt, DateTimeOffset? SentAt, string? Failure);
