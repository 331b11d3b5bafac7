namespace IamConsole.Core.AuditTrail;

/// <summary>One event.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Record">The event as CloudTrail writes it, JSON in several lines.</param>
public sealed record EventDetail(EventRow Row, string Record);
