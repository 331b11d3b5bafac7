namespace IamConsole.Core.Notices;

/// <summary>A page of the outbox.</summary>
/// <param name="Rows">The newest first.</param>
/// <param name="Waiting">How many mails of the account wait.</param>
/// <param name="Next">Where the next page begins, or null on the last one.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxRow> Rows, int Waiting, OutboxCursor? Next);
