using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>How the trail in the database stands to the checkpoints that were signed for it.</summary>
/// <param name="Common">The last checkpoint that the trail meets, or null.</param>
/// <param name="Newest">The last checkpoint of what the trail does not know any more; null when it meets them all.</param>
/// <param name="Explanation">The row that says that an older database was brought back, where no checkpoint says it yet; or null.</param>
/// <param name="RestoredTo">The last row that may be in both trails: what the checkpoint of <paramref name="Explanation"/> will say.</param>
internal sealed record TrailAge(Checkpoint? Common, Checkpoint? Newest, AuditEvent? Explanation, long RestoredTo)
{
    /// <summary>Compares stored hashes alone; that they are right is <see cref="WalkAsync"/>'s to say.</summary>
    public static async Task<TrailAge> ReadAsync(
        IamDbContext db, AuditChain chain, CheckpointHistory history, AuditChainHead head, CancellationToken ct)
    {
        Checkpoint? common = null;
        foreach (var checkpoint in history.Living.OrderByDescending(c => c.Sequence))
        {
            if (!await IsMetAsync(db, chain, checkpoint, head, ct)) continue;
            common = checkpoint;
            break;
        }

        var unmet = history.Living.Where(c => c.Sequence > (common?.Sequence ?? -1)).ToList();
        if (unmet.Count == 0) return new TrailAge(common, null, null, 0);

        // A row that is older than a checkpoint does not explain why the trail does not meet it.
        var (after, since) = (common?.Sequence ?? 0, unmet.Max(c => c.Time));
        var explanation = await db.AuditEvents.AsNoTracking()
            .Where(e => e.Sequence > after && e.EventName == TrailEvents.Restored && e.AccountId == null && e.At >= since)
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        var both = Math.Min(explanation?.Sequence ?? long.MaxValue, unmet.Min(c => c.Sequence)) - 1;
        return new TrailAge(common, unmet.MaxBy(c => c.Sequence), explanation, both);
    }

    /// <summary>Goes over the rows behind a checkpoint to the end: null when all are good, or where it stopped.</summary>
    public static async Task<ChainWalk?> WalkAsync(
        IamDbContext db, AuditChain chain, Checkpoint? from, AuditChainHead head, CancellationToken ct)
    {
        var walk = from is null ? ChainWalk.FromStart(head) : new ChainWalk(from.Sequence, Convert.FromHexString(from.Hash));
        var rows = db.AuditEvents.AsNoTracking().Where(e => e.Sequence > walk.Sequence && e.Sequence <= head.Sequence).OrderBy(e => e.Sequence);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            if (!walk.Step(row.Sequence, chain.Digest(row), row.Hash)) return walk;
        return chain.Vouches(head) && walk.Sequence == head.Sequence && walk.Hash.AsSpan().SequenceEqual(head.Hash) ? null : walk;
    }

    private static async Task<bool> IsMetAsync(
        IamDbContext db, AuditChain chain, Checkpoint checkpoint, AuditChainHead head, CancellationToken ct)
    {
        if (checkpoint.Sequence > head.Sequence) return false;
        var stored = checkpoint.Sequence == 0 ? chain.Start().Hash
            : await db.AuditEvents.Where(e => e.Sequence == checkpoint.Sequence).Select(e => e.Hash).SingleOrDefaultAsync(ct);
        return stored is not null && checkpoint.Hash == Convert.ToHexStringLower(stored);
    }
}
