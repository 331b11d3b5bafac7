namespace IamConsole.Core.AuditTrail;

/// <summary>A row of the chain in an extract: the event with the key of its digest, or for what is not shown the digest alone.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Digest">Hexadecimal.</param>
/// <param name="Key">Hexadecimal.</param>
/// <param name="Event">Every column.</param>
internal sealed record ExtractRow(long Sequence, string? Digest = null, string? Key = null, AuditEvent? Event = null);
