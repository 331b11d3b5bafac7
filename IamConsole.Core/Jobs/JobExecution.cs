using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Jobs;

/// <summary>One attempt at a job that this runner has taken: the work, the lease's heartbeat beside it, and the end.</summary>
internal sealed class JobExecution(IDbContextFactory<IamDbContext> databases, TimeProvider clock, ILogger log)
{
    // A passing fault is tried again after 2, 4, 8 … seconds, at most a minute: five minutes in all.
    private const int MostFaults = 10;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Beat = JobRun.Lease / 3;

    /// <summary>Works until the job has ended, must be tried again, is another runner's, or the server stops.</summary>
    public async Task RunAsync(Job job, IJobWork work, CancellationToken ct)
    {
        var run = new JobRun(job, databases, clock);
        JobEnd? end;
        using (var lost = CancellationTokenSource.CreateLinkedTokenSource(ct))
        {
            using var done = new CancellationTokenSource();
            var beating = BeatAsync(run, job, lost, done.Token);
            end = await TryAsync(job, work, run, lost.Token, ct);
            await done.CancelAsync();
            await beating;
        }

        if (end is null || !await EndAsync(job, work, run, end)) Log.JobLost(log, job.Kind, job.Id);
    }

    private async Task<JobEnd?> TryAsync(Job job, IJobWork work, JobRun run, CancellationToken lost, CancellationToken stopping)
    {
        if (job.Faults > MostFaults) return JobEnd.Failed(JobErrors.CutOffTooOften);
        try
        {
            await work.RunAsync(run, lost);
            return JobEnd.Finished;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The next start goes on at once where this one stopped.
            return JobEnd.Stopped(run.Faults);
        }
        catch (JobLostException)
        {
            return null;
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error) when (PassingFault.Is(error) && run.Faults < MostFaults)
        {
            var delay = TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, Math.Pow(2, run.Faults + 1)));
            Log.JobPutOff(log, error, job.Kind, job.Id, delay.TotalSeconds);
            return JobEnd.PutOff(run.Faults + 1, clock.GetUtcNow() + delay);
        }
        catch (Exception error)
        {
            Log.JobFailed(log, error, job.Kind, job.Id);
            return JobEnd.Failed(PassingFault.Is(error) ? JobErrors.DatabaseAway : JobErrors.OurFault);
        }
    }

    private async Task BeatAsync(JobRun run, Job job, CancellationTokenSource lost, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                try
                {
                    await run.BeatAsync(done);
                }
                catch (Exception error) when (PassingFault.Is(error))
                {
                    // Two more beats until the lease ends; what the work writes meanwhile renews it as well.
                    Log.JobPutOff(log, error, job.Kind, job.Id, Beat.TotalSeconds);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (Exception)
        {
            // Another runner's, or not to be held any more: the work stops here, and what it may still write is refused.
            await lost.CancelAsync();
        }
    }

    // False where the job is another runner's; its end is his.
    private async Task<bool> EndAsync(Job job, IJobWork work, JobRun run, JobEnd end)
    {
        DateTimeOffset? finished = end.State is JobState.Waiting ? null : clock.GetUtcNow();
        var ct = CancellationToken.None;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var mine = await JobClaims.Mine(db, job).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, end.State)
                .SetProperty(j => j.FinishedAt, finished)
                .SetProperty(j => j.Faults, end.Faults)
                .SetProperty(j => j.NotBefore, end.NotBefore)
                .SetProperty(j => j.Reason, end.Reason)
                .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null), ct);
        if (mine != 1) return false;
        if (end.State is JobState.Failed) await work.FailAsync(db, run, ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
