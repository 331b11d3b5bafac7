using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Stores a report chunk by chunk, each durable for itself, so that nobody else waits for a long write.</summary>
internal sealed class ReportStore(IDbContextFactory<IamDbContext> databases, ReportOrder order)
{
    private int _chunks;
    private long _bytes;

    /// <summary>Begins anew: what a runner that died has left of this report goes.</summary>
    public Task BeginAsync(CancellationToken ct) =>
        WriteAsync(db => db.ReportChunks.Where(c => c.ReportId == order.ReportId).ExecuteDeleteAsync(ct), ct);

    public async ValueTask AddAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var chunk = new ReportChunk { ReportId = order.ReportId, Number = ++_chunks, Data = data.ToArray() };
        _bytes += data.Length;
        await WriteAsync(
            db =>
            {
                db.ReportChunks.Add(chunk);
                return db.SaveChangesAsync(ct);
            }, ct);
    }

    /// <summary>The report is delivered from now on, and the one before it is gone.</summary>
    public Task CompleteAsync(string accountId, DateTimeOffset now, long rows, long formulaNames, CancellationToken ct) => WriteAsync(
        async db =>
        {
            await db.Reports.Where(r => r.Id == order.ReportId).ExecuteUpdateAsync(
                s => s.SetProperty(r => r.CompletedAt, now).SetProperty(r => r.Rows, rows).SetProperty(r => r.Bytes, _bytes)
                    .SetProperty(r => r.FormulaNames, formulaNames), ct);
            await db.Reports.Where(r => r.AccountId == accountId && r.Kind == order.Kind && r.CompletedAt != null && r.Id != order.ReportId)
                .ExecuteDeleteAsync(ct);
        }, ct);

    private async Task WriteAsync(Func<IamDbContext, Task> write, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await write(db);
        await transaction.CommitAsync(ct);
    }
}
