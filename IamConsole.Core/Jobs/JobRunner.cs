using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Jobs;

/// <summary>Does the jobs, two at a time on each server. A job whose server died is taken up by another, or by the next start.</summary>
public sealed class JobRunner(
    IDbContextFactory<IamDbContext> databases, JobBell bell, IEnumerable<IJobWork> works, TimeProvider clock, ILogger<JobRunner> log)
{
    private const int Workers = 2;

    private readonly Dictionary<string, IJobWork> _works = works.ToDictionary(w => w.Kind);

    /// <summary>Works until it is stopped.</summary>
    public Task RunAsync(CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(ct)));

    /// <summary>Does what there is to do now.</summary>
    internal async Task RunWaitingAsync(CancellationToken ct)
    {
        while (await ClaimAsync(ct) is { } job) await DoAsync(job, ct);
    }

    private async Task WorkAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await RunWaitingAsync(ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                Log.CannotLook(log, error);
            }

            await bell.WaitAsync(ct);
        }
    }

    // Of two runners that want the same job, the conditional update lets one have it.
    private async Task<Job?> ClaimAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var now = clock.GetUtcNow();
            var free = db.Jobs.Where(j => j.State == JobState.Waiting || j.State == JobState.Running && j.LeaseUntil < now);
            if (await free.AsNoTracking().OrderBy(j => j.CreatedAt).FirstOrDefaultAsync(ct) is not { } job) return null;
            var until = now + JobRun.Lease;
            await using var transaction = await db.BeginWriteAsync(ct);
            var claimed = await free.Where(j => j.Id == job.Id).ExecuteUpdateAsync(
                s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.LeaseUntil, until), ct);
            await transaction.CommitAsync(ct);
            if (claimed == 1) return job;
        }
    }

    private async Task DoAsync(Job job, CancellationToken ct)
    {
        var state = JobState.Failed;
        try
        {
            await _works[job.Kind].RunAsync(new JobRun(job, databases, clock), ct);
            state = JobState.Finished;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The next start goes on at once where this one stopped.
            state = JobState.Waiting;
        }
        catch (Exception error)
        {
            Log.JobFailed(log, error, job.Kind, job.Id);
        }

        await EndAsync(job, state);
    }

    private async Task EndAsync(Job job, JobState state)
    {
        DateTimeOffset? finished = state is JobState.Waiting ? null : clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, state).SetProperty(j => j.FinishedAt, finished).SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null),
            CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
