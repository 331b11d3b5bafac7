using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Hands out the stored report. Each download is recorded before its first byte.</summary>
public sealed class GetCredentialReport(Gate gate)
{
    private const string Event = "GetCredentialReport";

    /// <summary>The latest complete report, whose content <see cref="ReportContent"/> streams.</summary>
    public async Task<Result<StoredReport>> RunAsync(Caller caller, ReportKind kind, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.GetCredentialReport, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var report = await ReportState.LatestOf(operation.Db, operation.Account.Id, kind).FirstOrDefaultAsync(ct);
        if (report is null) return await operation.RefuseAsync(Event, ReportErrors.NotPresent);
        operation.Audit(Event, details: new { report = kind.ToString(), generatedAt = report.CompletedAt, rows = report.Rows });
        await operation.SaveAsync(ct);
        return report;
    }
}
