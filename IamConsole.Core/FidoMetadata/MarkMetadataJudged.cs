using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// Whether the keys that are registered are still to be judged by the BLOB in force. A row says so, not an event: it outlives
/// a restart, and a command's load tells the running server. No caller: the server's own work.
/// </summary>
public sealed class MarkMetadataJudged(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>The BLOB in force by which keys were not judged yet, or null.</summary>
    public async Task<long?> PendingAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.LoadedMetadata.AsNoTracking().OrderByDescending(m => m.Number).Take(1)
            .Where(m => m.JudgedAt == null).Select(m => (long?)m.Number).SingleOrDefaultAsync(ct);
    }

    /// <summary>Every key was judged by the BLOB with this number. False when that was noted before.</summary>
    public async Task<bool> RunAsync(long number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var marked = await db.LoadedMetadata.Where(m => m.Number == number && m.JudgedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.JudgedAt, now), ct);
        await transaction.CommitAsync(ct);
        return marked == 1;
    }
}
