namespace IamConsole.Core.AuditTrail;

/// <summary>A part of the trail that an older database did not have any more.</summary>
/// <param name="Mark">The checkpoint that says so.</param>
/// <param name="Newest">The last checkpoint of what is gone, or null where none was signed.</param>
internal sealed record LostTrail(Checkpoint Mark, Checkpoint? Newest);
