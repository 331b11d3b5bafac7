using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>How runners take jobs: of two that want the same one, the conditional update lets one have it, under a new number.</summary>
internal sealed class JobClaims(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, JobHolder holder, IReadOnlyCollection<string> kinds)
{
    /// <summary>The job as long as it is whose it was when it was taken.</summary>
    public static IQueryable<Job> Mine(IamDbContext db, Job job) =>
        db.Jobs.Where(j => j.Id == job.Id && j.State == JobState.Running && j.Attempt == job.Attempt);

    /// <summary>The oldest job that is free, or the one named if it is; null when there is none.</summary>
    public async Task<Job?> TakeAsync(string? jobId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var free = Free(db, clock.GetUtcNow());
            if (jobId is not null) free = free.Where(j => j.Id == jobId);
            if (await free.AsNoTracking().OrderBy(j => j.CreatedAt).FirstOrDefaultAsync(ct) is not { } job) return null;
            var (id, attempt) = (job.Id, job.Attempt);
            if (await TakeAsync(db, free.Where(j => j.Id == id && j.Attempt == attempt), job, ct)) return job;
        }
    }

    /// <summary>
    /// What earlier starts of a server held is free at once. Of this very one: who runs with its data folder holds the folder's
    /// lock, so they are dead.
    /// </summary>
    public async Task ReleaseAsync(string server, CancellationToken ct)
    {
        var (of, me) = (server + "/", holder.Name);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.Jobs.Where(j => j.State == JobState.Running && j.Holder != me && j.Holder!.StartsWith(of)).ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, JobState.Waiting)
                .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null)
                .SetProperty(j => j.Faults, j => j.Faults + 1), ct);
        await transaction.CommitAsync(ct);
    }

    // Work of a kind that this program does not know waits for a server that does: an older one runs beside a newer one for a while.
    private IQueryable<Job> Free(IamDbContext db, DateTimeOffset now) => db.Jobs.Where(j => kinds.Contains(j.Kind)
        && (j.State == JobState.Waiting && (j.NotBefore == null || j.NotBefore <= now) || j.State == JobState.Running && j.LeaseUntil < now));

    private async Task<bool> TakeAsync(IamDbContext db, IQueryable<Job> free, Job job, CancellationToken ct)
    {
        job.Faults += job.State is JobState.Running ? 1 : 0;
        (job.State, job.Attempt, job.Holder, job.NotBefore) = (JobState.Running, job.Attempt + 1, holder.Name, null);
        var until = clock.GetUtcNow() + JobRun.Lease;
        await using var transaction = await db.BeginWriteAsync(ct);
        var taken = await free.ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, JobState.Running)
                .SetProperty(j => j.Attempt, job.Attempt)
                .SetProperty(j => j.Holder, job.Holder)
                .SetProperty(j => j.Faults, job.Faults)
                .SetProperty(j => j.NotBefore, (DateTimeOffset?)null)
                .SetProperty(j => j.LeaseUntil, until), ct);
        await transaction.CommitAsync(ct);
        return taken == 1;
    }
}
