using System.Text.Json;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// An extract with proof, one JSON object a line: the chain from the first event shown to the first checkpoint behind the last.
/// Rows in between that are not shown, among them those of other accounts, stand there as digests.
/// </summary>
public sealed class ExtractEvents(AuditFiles files, AuditChain chain, MakeCheckpoint checkpoints, TimeProvider clock)
{
    internal async Task<bool> WriteAsync(IamDbContext db, string accountId, IQueryable<AuditEvent> events, Stream to, CancellationToken ct)
    {
        var shown = (await events.Select(e => e.Sequence).ToListAsync(ct)).ToHashSet();
        if (shown.Count == 0) return false;
        var (first, last) = (shown.Min(), shown.Max());
        var checkpoint = CheckpointFile.Read(files).FirstOrDefault(c => c.Sequence >= last) ?? await checkpoints.RunAsync(ct);
        var previous = first == 1 ? chain.Start().Hash
            : await db.AuditEvents.Where(e => e.Sequence == first - 1).Select(e => e.Hash).SingleAsync(ct);
        var now = clock.GetUtcNow();
        await LineAsync(to, new ExtractLine(Header: new ExtractHeader(
            ExtractHeader.Current, accountId, now, Convert.ToHexStringLower(previous), files.PublicKey)), ct);
        var rows = db.AuditEvents.AsNoTracking().Where(e => e.Sequence >= first && e.Sequence <= checkpoint.Sequence).OrderBy(e => e.Sequence);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            await LineAsync(to, new ExtractLine(Row: shown.Contains(row.Sequence)
                ? new ExtractRow(row.Sequence, Key: Convert.ToHexStringLower(chain.RowKey(row.Sequence)), Event: row)
                : new ExtractRow(row.Sequence, Digest: Convert.ToHexStringLower(chain.Digest(row)))), ct);
        await LineAsync(to, new ExtractLine(Checkpoint: checkpoint), ct);
        return true;
    }

    private static async Task LineAsync(Stream to, ExtractLine line, CancellationToken ct)
    {
        await JsonSerializer.SerializeAsync(to, line, AuditJson.Line, ct);
        await to.WriteAsync("\n"u8.ToArray(), ct);
    }
}
