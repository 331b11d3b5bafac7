namespace IamConsole.Core.Reports;

/// <summary>Every refusal of this slice.</summary>
public static class ReportErrors
{
    /// <summary>No report was generated yet (IAM: <c>ReportNotPresent</c>).</summary>
    public static readonly Error NotPresent = new("ReportNotPresent", "No report has been generated yet. Generate one first.");
}
