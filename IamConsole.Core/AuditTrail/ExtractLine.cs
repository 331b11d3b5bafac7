namespace IamConsole.Core.AuditTrail;

/// <summary>A line of an extract: the header first, then the rows without a gap, the checkpoint last.</summary>
internal sealed record ExtractLine(ExtractHeader? Header = null, ExtractRow? Row = null, Checkpoint? Checkpoint = null);
