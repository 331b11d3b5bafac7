namespace IamConsole.Core.Consignments;

/// <summary>A permitted download, not yet written.</summary>
/// <param name="FileName">What the browser calls it.</param>
/// <param name="WriteAsync">Writes it; memory does not grow with the consignment.</param>
public sealed record ConsignmentExport(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);
