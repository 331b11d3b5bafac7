using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// How far the registered keys are judged by the BLOB in force. A row says so, not an event: it outlives a restart, a command's
/// load tells the running server, and people see the progress. No caller: the server's own work.
/// </summary>
public sealed class JudgingProgress(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>The number of the BLOB in force, if keys were not judged by it today; otherwise, or without any, null.</summary>
    public async Task<long?> DueAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var last = await db.LoadedMetadata.AsNoTracking().OrderByDescending(m => m.Number)
            .Select(m => new { m.Number, m.JudgedAt }).FirstOrDefaultAsync(ct);
        return last is not null && (last.JudgedAt is not { } at || at.UtcDateTime.Date < clock.GetUtcNow().UtcDateTime.Date) ? last.Number : null;
    }

    internal Task BeginAsync(long number, int keys, CancellationToken ct) =>
        UpdateAsync(number, m => m.ExecuteUpdateAsync(s => s.SetProperty(l => l.KeysToJudge, keys).SetProperty(l => l.KeysJudged, 0), ct), ct);

    internal Task ReportAsync(long number, int judged, CancellationToken ct) =>
        UpdateAsync(number, m => m.ExecuteUpdateAsync(s => s.SetProperty(l => l.KeysJudged, judged), ct), ct);

    // A key that came or went meanwhile is counted as judged: it was judged when it came.
    internal Task EndAsync(long number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return UpdateAsync(number, m => m.ExecuteUpdateAsync(s => s.SetProperty(l => l.JudgedAt, now).SetProperty(l => l.KeysJudged, l => l.KeysToJudge), ct), ct);
    }

    private async Task UpdateAsync(long number, Func<IQueryable<LoadedMetadata>, Task> update, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await update(db.LoadedMetadata.Where(m => m.Number == number));
        await transaction.CommitAsync(ct);
    }
}
