namespace IamConsole.Core.AuditTrail;

/// <summary>A permitted export, not yet written.</summary>
/// <param name="FileName">E.g. <c>audit-events-123456789012-20261124T084107Z.csv</c>.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="WriteAsync">Writes it, row by row; memory does not grow with the trail.</param>
public sealed record EventExport(string FileName, string ContentType, Func<Stream, CancellationToken, Task> WriteAsync);
