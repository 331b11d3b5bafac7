using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Where the account's report stands.</summary>
/// <param name="Latest">The report that is delivered, or null before the first.</param>
/// <param name="IsUnderWay">Whether another one is being made.</param>
/// <param name="Percent">How far that one is, 0 to 100.</param>
/// <param name="HasFailed">Whether the last order ended in an error of ours.</param>
public sealed record ReportState(StoredReport? Latest, bool IsUnderWay, int Percent, bool HasFailed)
{
    /// <summary>Until then the latest report is delivered instead of a new one, unless forced (IAM: four hours).</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(4);

    /// <summary>When the next report is made without forcing; null before the first.</summary>
    public DateTimeOffset? NextAt => Latest?.CompletedAt + Fresh;

    internal static async Task<ReportState> ReadAsync(IamDbContext db, string account, ReportKind kind, CancellationToken ct)
    {
        var reports = db.Reports.AsNoTracking().Where(r => r.AccountId == account && r.Kind == kind);
        var latest = await LatestOf(db, account, kind).FirstOrDefaultAsync(ct);
        var order = await reports.Where(r => r.CompletedAt == null)
            .Select(r => new
            {
                r.Id,
                Job = db.Jobs.Where(j => j.Id == r.JobId).Select(j => new { j.State, j.Done, j.Total }).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
        if (order is null) return new ReportState(latest, false, 0, false);
        var underWay = order.Job is { State: JobState.Waiting or JobState.Running };
        var percent = order.Job is { Total: > 0 } job ? (int)Math.Min(100, 100 * job.Done / job.Total) : 0;
        return new ReportState(latest, underWay, percent, HasFailed: !underWay);
    }

    internal static IQueryable<StoredReport> LatestOf(IamDbContext db, string account, ReportKind kind) =>
        db.Reports.AsNoTracking().Where(r => r.AccountId == account && r.Kind == kind && r.CompletedAt != null)
            .OrderByDescending(r => r.CompletedAt)
            .Select(r => new StoredReport(r.Id, r.Kind, r.CompletedAt!.Value, r.Rows, r.Bytes, r.FormulaNames));
}
