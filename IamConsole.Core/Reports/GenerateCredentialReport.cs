using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Orders a report in the background: at most one in four hours unless forced, and one at a time.</summary>
public sealed class GenerateCredentialReport(Gate gate, TimeProvider clock, JobStart jobs)
{
    private const string Event = "GenerateCredentialReport";

    /// <summary>Where the report stands afterwards: under way, or the stored one when it is younger than four hours.</summary>
    public async Task<Result<ReportState>> RunAsync(Caller caller, ReportKind kind, bool force, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.GenerateCredentialReport, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account.Id, clock.GetUtcNow());
        var state = await ReportState.ReadAsync(db, account, kind, ct);
        var isNew = !state.IsUnderWay && (force || state.NextAt is not { } next || next <= now);
        operation.Audit(Event, details: new
        {
            report = kind.ToString(),
            forced = force,
            state = isNew ? "STARTED" : state.IsUnderWay ? "INPROGRESS" : "COMPLETE",
        });
        if (isNew) await OrderAsync(operation, kind, now, ct);
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (isNew && db.IsUniqueViolation(error))
        {
            // Somebody else was quicker: his report is as good.
            return state with { IsUnderWay = true, Percent = 0, HasFailed = false };
        }

        if (!isNew) return state;
        jobs.Wake();
        return state with { IsUnderWay = true, Percent = 0, HasFailed = false };
    }

    private async Task OrderAsync(Operation operation, ReportKind kind, DateTimeOffset now, CancellationToken ct)
    {
        // What an earlier order left behind when it failed; never one that somebody else has ordered since the state was read.
        var db = operation.Db;
        await db.Reports.Where(r => r.AccountId == operation.Account.Id && r.Kind == kind && r.CompletedAt == null
                && !db.Jobs.Any(j => j.Id == r.JobId && (j.State == JobState.Waiting || j.State == JobState.Running)))
            .ExecuteDeleteAsync(ct);
        var id = RandomId.New();
        var job = jobs.Add(operation, ReportWork.JobKind, new ReportOrder(id, kind));
        db.Reports.Add(new Report
        {
            Id = id,
            AccountId = operation.Account.Id,
            Kind = kind,
            JobId = job.Id,
            RequestedAt = now,
        });
    }
}
