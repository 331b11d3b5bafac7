using System.Globalization;

namespace IamConsole.Core.Reports;

/// <summary>A complete report.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Kind">Which report.</param>
/// <param name="CompletedAt">When it was complete.</param>
/// <param name="Rows">Users in it, root included.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="FormulaNames">Users whose names a spreadsheet would take for formulas.</param>
public sealed record StoredReport(string Id, ReportKind Kind, DateTimeOffset CompletedAt, long Rows, long Bytes, long FormulaNames)
{
    /// <summary>The original's <c>status_reports_DATETTIME.csv</c>; no colon, which Windows refuses.</summary>
    public string FileName => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Kind is ReportKind.Credential ? "status" : "mfa")}_reports_{CompletedAt.UtcDateTime:yyyy-MM-dd'T'HH-mm-ss}.csv");
}
