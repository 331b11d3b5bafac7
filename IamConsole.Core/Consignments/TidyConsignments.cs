using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// Forgets dry runs that nobody decided on within a day, whether their file was read to its end or not, and ends imports whose
/// background work has ended without telling them. What the operator's command read when it was killed goes at once: nobody sees
/// it, and the command reads anew. No caller: a server's own work.
/// </summary>
public sealed class TidyConsignments(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <summary>Does it once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var removal = new ConsignmentRemoval(databases);
        foreach (var id in await ListAsync(db => Forgotten(db, now), ct))
        {
            await databases.WriteAsync(
                db => Forgotten(db, now).Where(c => c.Id == id && c.State != ConsignmentState.Discarding)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Discarding), ct), ct);
            await removal.RunAsync(id, ct);
        }

        foreach (var id in await ListAsync(Orphans, ct))
            await databases.WriteAsync(
                db => Orphans(db).Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Failed), ct), ct);
    }

    private static IQueryable<Consignment> Forgotten(IamDbContext db, DateTimeOffset now)
    {
        var longAgo = now - Waits;
        return db.Consignments.Where(c =>
            c.State == ConsignmentState.Reviewed && c.CreatedAt < longAgo
            || c.State == ConsignmentState.Reading && (c.CreatedAt < longAgo || c.AccountId == null) && (c.ReadUntil == null || c.ReadUntil < now)
            || c.State == ConsignmentState.Discarding && !db.Jobs.Any(j => j.Id == c.JobId && j.FinishedAt == null));
    }

    private static IQueryable<Consignment> Orphans(IamDbContext db) => db.Consignments.Where(c =>
        c.State == ConsignmentState.Importing && !db.Jobs.Any(j => j.Id == c.JobId && (j.FinishedAt == null || j.State == JobState.Finished)));

    private async Task<List<string>> ListAsync(Func<IamDbContext, IQueryable<Consignment>> which, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await which(db).Select(c => c.Id).ToListAsync(ct);
    }
}
