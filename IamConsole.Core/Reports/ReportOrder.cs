namespace IamConsole.Core.Reports;

/// <summary>What the job is to make.</summary>
internal sealed record ReportOrder(string ReportId, ReportKind Kind);
