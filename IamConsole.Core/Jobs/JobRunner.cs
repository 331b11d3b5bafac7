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
    /// <param name="dead">The <see cref="JobHolder.Server"/> of others that are known to have ended: their work is taken up at once.</param>
    /// <param name="ct">Stops it.</param>
    public async Task RunAsync(IReadOnlyCollection<string> dead, CancellationToken ct)
    {
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(number => WorkAsync(number == 0 ? dead : null, ct)));
    }

    /// <summary>Does what there is to do now.</summary>
    internal async Task RunWaitingAsync(CancellationToken ct)
    {
        while (await _claims.TakeAsync(null, ct) is { } job) await _execution.RunAsync(job, _works[job.Kind], ct);
    }

    /// <summary>What earlier starts of this server left half done waits for its turn again.</summary>
    internal async Task ReleaseOfPredecessorsAsync(IReadOnlyCollection<string> dead, CancellationToken ct)
    {
        foreach (var server in dead.Append(holder.Server)) await _claims.ReleaseAsync(server, ct);
    }

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

    private async Task WorkAsync(IReadOnlyCollection<string>? dead, CancellationToken ct)
    {
        for (var predecessors = dead; !ct.IsCancellationRequested;)
        {
            try
            {
                if (predecessors is not null) await ReleaseOfPredecessorsAsync(predecessors, ct);
                predecessors = null;
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
