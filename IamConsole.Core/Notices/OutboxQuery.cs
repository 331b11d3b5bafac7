namespace IamConsole.Core.Notices;

/// <summary>Which mails of the outbox.</summary>
/// <param name="State">Only those of this state, or all when null.</param>
/// <param name="After">The last row of the page before, or null for the first page.</param>
/// <param name="Size">Rows of a page, at most 100.</param>
public sealed record OutboxQuery(MailState? State = null, OutboxCursor? After = null, int Size = 25);
