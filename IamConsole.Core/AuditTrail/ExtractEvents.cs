using System.Text.Json;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AuditTrail;

/// <summary>
/// An extract with proof, one JSON object a line: the chain from the first event shown to the first checkpoint behind the last.
/// Rows in between that are not shown, among them those of other accounts, stand there as digests.
/// </summary>
public sealed class ExtractEvents(AuditFiles files, AuditChain chain, MakeCheckpoint checkpoints)
{
    internal async Task<bool> WriteAsync(IamDbContext db, string accountId, IQueryable<AuditEvent> events, Stream to, CancellationToken ct)
    {
        var origin = await db.AuditChain.Where(h => h.Id == 1).Select(h => h.Origin).SingleAsync(ct);

        // Rows of a key that was lost can be proven to nobody.
        var shown = (await events.Where(e => e.Sequence > origin).Select(e => e.Sequence).ToListAsync(ct)).ToHashSet();
        if (shown.Count == 0) return false;
        var (first, last) = (shown.Min(), shown.Max());
        var checkpoint = CheckpointHistory.Of(CheckpointFile.Read(files.Checkpoints)).Living.FirstOrDefault(c => c.Sequence >= last)
            ?? await checkpoints.RunAsync(ct);
        var previous = first == 1 ? chain.Start().Hash
            : await db.AuditEvents.Where(e => e.Sequence == first - 1).Select(e => e.Hash).SingleAsync(ct);
        await LineAsync(to, new ExtractLine(Header: new ExtractHeader(
            ExtractHeader.Current, accountId, Convert.ToHexStringLower(previous), files.PublicKey)), ct);
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
