using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>Signs where the chain stands, after going over the rows since the last checkpoint.</summary>
public sealed class MakeCheckpoint(IDbContextFactory<IamDbContext> databases, AuditFiles files, AuditChain chain, TimeProvider clock)
    : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The checkpoint of the last row; an older one when nothing happened since.</summary>
    /// <exception cref="AuditTrailException">A row since the last checkpoint is not what was written: nothing is signed.</exception>
    public async Task<Checkpoint> RunAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var last = CheckpointFile.Last(files);
            await using var db = await databases.CreateDbContextAsync(ct);
            var head = await db.AuditChain.AsNoTracking().SingleAsync(ct);
            if (last is not null && last.Sequence == head.Sequence && last.Hash == Convert.ToHexStringLower(head.Hash)) return last;
            await CheckAsync(db, last, head, ct);
            using var key = files.OpenSigningKey();
            var time = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
            var made = Checkpoint.Sign(key, head.Sequence, head.Hash, time, last?.Signature);
            CheckpointFile.Append(files, made);
            return made;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task CheckAsync(IamDbContext db, Checkpoint? last, AuditChainHead head, CancellationToken ct)
    {
        var walk = last is null ? ChainWalk.FromStart() : new ChainWalk(last.Sequence, Convert.FromHexString(last.Hash));
        var rows = db.AuditEvents.AsNoTracking().Where(e => e.Sequence > walk.Sequence && e.Sequence <= head.Sequence).OrderBy(e => e.Sequence);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            if (!walk.Step(row.Sequence, chain.Digest(row), row.Hash)) throw Broken(walk);
        if (!chain.Vouches(head) || walk.Sequence != head.Sequence || !walk.Hash.AsSpan().SequenceEqual(head.Hash)) throw Broken(walk);
    }

    private static AuditTrailException Broken(ChainWalk walk) => new(
        $"No checkpoint was signed: row {walk.FaultAt} of the audit trail is {walk.Fault ?? "missing or not where the trail ends"}. Run verify-audit.");
}
