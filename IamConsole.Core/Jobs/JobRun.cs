using System.Text.Json;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>A job under way, as its work sees it.</summary>
public sealed class JobRun(Job job, IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int Batch = 100;

    /// <summary>The job's identifier.</summary>
    public string JobId => job.Id;

    /// <summary>The account.</summary>
    public string AccountId => job.AccountId;

    /// <summary>Who began it.</summary>
    public string StartedBy => job.StartedBy;

    /// <summary>What is to be done.</summary>
    public T Parameters<T>() => JsonSerializer.Deserialize<T>(job.Parameters!)!;

    /// <summary>
    /// Does each row that is not settled yet, in order, and keeps what came of it. A step is told in whose name it is done:
    /// the gate asks his session anew at each, and a confirmation of identity meanwhile has given that a new secret.
    /// </summary>
    public async Task ForEachItemAsync(Func<Caller, JobItem, Task<Result>> step, CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var from = after;
            await using var db = await databases.CreateDbContextAsync(ct);
            var items = await db.JobItems.AsNoTracking()
                .Where(i => i.JobId == job.Id && i.Number > from && i.State == JobItemState.Pending)
                .OrderBy(i => i.Number).Take(Batch).ToListAsync(ct);
            if (items.Count == 0) return;
            foreach (var item in items) await SettleAsync(item, await step(await CallerAsync(ct), item), ct);
            after = items[^1].Number;
        }
    }

    /// <summary>Tells how far the work is; renews the hold on the job.</summary>
    public Task ReportAsync(long done, long total, CancellationToken ct) => UpdateAsync(
        s => s.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total), ct);

    /// <summary>Keeps what came of the whole, as JSON.</summary>
    public Task KeepAsync(object outcome, CancellationToken ct)
    {
        var json = JsonSerializer.Serialize(outcome);
        return UpdateAsync(s => s.SetProperty(j => j.Outcome, json), ct);
    }

    private async Task<Caller> CallerAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return job.CallerOf(await db.Jobs.Where(j => j.Id == job.Id).Select(j => j.SessionId).SingleOrDefaultAsync(ct) ?? job.SessionId);
    }

    private async Task SettleAsync(JobItem item, Result result, CancellationToken ct)
    {
        var (state, message) = result.Error is { } error ? (JobItemState.Refused, error.Message)
            : (result.IsPartial ? JobItemState.InPart : JobItemState.Done, result.Note);
        var refused = state is JobItemState.Refused ? 1 : 0;
        var until = clock.GetUtcNow() + Lease;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var settled = await db.JobItems
            .Where(i => i.JobId == item.JobId && i.Number == item.Number && i.State == JobItemState.Pending)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, state).SetProperty(i => i.Message, message), ct);
        await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.Done, j => j.Done + settled)
                .SetProperty(j => j.Refused, j => j.Refused + refused)
                .SetProperty(j => j.LeaseUntil, until), ct);
        await transaction.CommitAsync(ct);
    }

    private async Task UpdateAsync(Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Job>> set, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Lease;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(
            s =>
            {
                set(s);
                s.SetProperty(j => j.LeaseUntil, until);
            }, ct);
        await transaction.CommitAsync(ct);
    }
}
