using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>One job with a page of its rows.</summary>
public sealed class ReadJob(Gate gate)
{
    private const int LargestPage = 200;

    /// <summary>The job and the rows behind number <paramref name="after"/>; with <paramref name="refusedOnly"/> those refused.</summary>
    public async Task<Result<JobWithItems>> RunAsync(
        Caller caller, string jobId, int after, bool refusedOnly, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetJob, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var job = await db.Jobs.AsNoTracking().Where(j => j.Id == jobId && j.AccountId == account)
            .Select(j => new JobView(
                j.Id, j.Kind, j.StartedByName, j.CreatedAt, j.FinishedAt, j.State, j.Total, j.Done, j.Refused, j.Parameters, j.Outcome, j.Reason))
            .SingleOrDefaultAsync(ct);
        if (job is null) return JobErrors.NoSuchJob;
        var items = db.JobItems.AsNoTracking().Where(i => i.JobId == jobId && i.Number > after);
        if (refusedOnly) items = items.Where(i => i.State == JobItemState.Refused);
        return new JobWithItems(job, await items.OrderBy(i => i.Number).Take(LargestPage)
            .Select(i => new JobItemView(i.Number, i.Label, i.State, i.Message)).ToListAsync(ct));
    }
}
