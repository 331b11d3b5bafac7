namespace IamConsole.Core.Reports;

/// <summary>A page of the preview; <paramref name="NextAfter"/> is where the next one begins, or null.</summary>
public sealed record PreviewPage(IReadOnlyList<PreviewRow> Rows, string? NextAfter);
