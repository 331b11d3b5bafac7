using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Jobs;

/// <summary>Forgets jobs that ended 30 days ago. No caller: a server's own work.</summary>
public sealed class ForgetJobs(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Their rows go in portions, then they themselves.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - Kept;
        while (await OldestAsync(oldest, ct) is { } id)
        {
            await databases.WriteAsync(
                async db => await db.JobItems.Where(i => i.JobId == id).MinAsync(i => (int?)i.Number, ct) is { } first
                    ? await db.JobItems.Where(i => i.JobId == id && i.Number < first + Portions.Size).ExecuteDeleteAsync(ct)
                    : 0, ct);
            await databases.WriteAsync(db => db.Jobs.Where(j => j.Id == id).ExecuteDeleteAsync(ct), ct);
        }
    }

    private async Task<string?> OldestAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Jobs.Where(j => j.FinishedAt < before).OrderBy(j => j.FinishedAt).Select(j => j.Id).FirstOrDefaultAsync(ct);
    }
}
