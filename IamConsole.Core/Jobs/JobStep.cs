using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>One row of a job while a use case does it: its result is kept in the use case's own transaction, so nothing is done twice.</summary>
internal sealed class JobStep(JobRun run, JobItem item) : IStepGuard
{
    /// <summary>Whether its result is kept.</summary>
    public bool IsSettled { get; private set; }

    /// <inheritdoc />
    public async Task SettleAsync(IamDbContext db, Result result, CancellationToken ct)
    {
        var (state, message) = result.Error is { } refusal ? (JobItemState.Refused, refusal.Message)
            : (result.IsPartial ? JobItemState.InPart : JobItemState.Done, result.Note);
        var settled = await db.JobItems
            .Where(i => i.JobId == item.JobId && i.Number == item.Number && i.State == JobItemState.Pending)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, state).SetProperty(i => i.Message, message), ct);
        await run.CountAsync(db, settled, result.Succeeded ? 0 : settled, ct);
        IsSettled = true;
    }
}
