using System.Security.Cryptography;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// The whole trail against its chain, its end and its checkpoints. Only reads, one row at a time, beside a running server.
/// </summary>
public sealed class VerifyAuditTrail(IDbContextFactory<IamDbContext> databases, AuditFiles files, AuditChain chain)
{
    /// <summary>Names the first bad row.</summary>
    /// <param name="publicKey">PEM of an auditor's own copy; null takes the one in the folder.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AuditTrailException">A key cannot be read.</exception>
    public async Task<AuditVerdict> RunAsync(string? publicKey, CancellationToken ct)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey ?? files.PublicKey);
        _ = files.ChainKey;
        IReadOnlyList<Checkpoint> checkpoints;
        try
        {
            // Checkpoints, end, rows, in this order: whatever a server adds meanwhile is behind what was read before.
            checkpoints = CheckpointFile.Read(files);
        }
        catch (AuditTrailException rewritten)
        {
            return new AuditVerdict(0, 0, Fault: rewritten.Message);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var head = await db.AuditChain.AsNoTracking().SingleOrDefaultAsync(ct);
        var verdict = await WalkAsync(db, head, checkpoints, ct);
        return verdict.IsGood && CheckpointFile.Fault(checkpoints, key) is { } fault ? verdict with { Fault = fault } : verdict;
    }

    private async Task<AuditVerdict> WalkAsync(
        IamDbContext db, AuditChainHead? head, IReadOnlyList<Checkpoint> checkpoints, CancellationToken ct)
    {
        var walk = ChainWalk.FromStart();
        var marks = checkpoints.ToLookup(c => c.Sequence);
        var passed = marks[0].Count();
        AuditVerdict Broken(long row, string fault) => new(walk.Sequence, passed, row, fault);
        await using var rows = db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().GetAsyncEnumerator(ct);
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync()) break;
            }
            catch (Exception error) when (error is InvalidCastException or FormatException or ArgumentException or OverflowException)
            {
                return Broken(walk.FaultAt, "changed to something that cannot be read");
            }

            var row = rows.Current;
            if (!walk.Step(row.Sequence, chain.Digest(row), row.Hash)) return Broken(walk.FaultAt, walk.Fault!);
            if (row.Sequence == head?.Sequence && !walk.Hash.AsSpan().SequenceEqual(head.Hash))
                return Broken(row.Sequence, "not the row that the end of the trail names");
            foreach (var mark in marks[row.Sequence])
            {
                if (!walk.Meets(mark)) return Broken(row.Sequence, $"not the row that the checkpoint of {mark.Time:u} signed");
                passed++;
            }
        }

        // What should be there at least: the end of the chain, and the last checkpoint.
        var last = Math.Max(head?.Sequence ?? 0, checkpoints.Count == 0 ? 0 : checkpoints.Max(c => c.Sequence));
        if (walk.Sequence < last) return Broken(walk.FaultAt, ChainWalk.Missing(walk.FaultAt, last));
        if (head is null || !chain.Vouches(head) || head.Sequence > walk.Sequence)
            return Broken(walk.FaultAt, "the end of the trail was changed; rows from here on may be missing");
        return new AuditVerdict(walk.Sequence, passed);
    }
}
