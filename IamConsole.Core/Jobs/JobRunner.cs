using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Jobs;

/// <summary>Does the jobs, two at a time on each server. A job whose server died is taken up by another, or by the next start.</summary>
public sealed class JobRunner(
    IDbContextFactory<IamDbContext> databases, JobBell bell, IEnumerable<IJobWork> works, TimeProvider clock, JobHolder holder,
    ILogger<JobRunner> log)
{
    private const int Workers = 2;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IJobWork> _works = works.ToDictionary(w => w.Kind);
    private readonly JobClaims _claims = new(databases, clock, holder, [.. works.Select(w => w.Kind)]);
    private readonly JobExecution _execution = new(databases, clock, log);

    /// <summary>Works until it is stopped. Called by whoever holds the lock of this server's data folder.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(number => WorkAsync(isFirst: number == 0, ct)));
    }

    /// <summary>Does what there is to do now.</summary>
    internal async Task RunWaitingAsync(CancellationToken ct)
    {
        while (await _claims.TakeAsync(null, ct) is { } job) await _execution.RunAsync(job, _works[job.Kind], ct);
    }

    /// <summary>What earlier starts of this server left half done waits for its turn again.</summary>
    internal Task ReleaseOfPredecessorsAsync(CancellationToken ct) => _claims.ReleaseOfPredecessorsAsync(ct);

    /// <summary>Does one job, as often as it takes, or waits for whoever does it; the job as it ended.</summary>
    internal async Task<Job> FinishAsync(string jobId, CancellationToken ct)
    {
        while (true)
        {
            if (await _claims.TakeAsync(jobId, ct) is { } mine) await _execution.RunAsync(mine, _works[mine.Kind], ct);
            ct.ThrowIfCancellationRequested();
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == jobId, ct) is { FinishedAt: not null } ended) return ended;
            await Task.Delay(Look, clock, ct);
        }
    }

    private async Task WorkAsync(bool isFirst, CancellationToken ct)
    {
        for (var isStart = isFirst; !ct.IsCancellationRequested;)
        {
            try
            {
                if (isStart) await ReleaseOfPredecessorsAsync(ct);
                isStart = false;
                await RunWaitingAsync(ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                Log.CannotLook(log, error);
            }

            await bell.WaitAsync(ct);
        }
    }
}
