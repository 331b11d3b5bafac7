using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Reports;

/// <summary>Stores a report chunk by chunk, each durable for itself, so that nobody else waits for a long write.</summary>
internal sealed class ReportStore(JobRun run, IDbContextFactory<IamDbContext> databases, ReportOrder order)
{
    // Four megabytes.
    private const int Portion = 16;

    private int _chunks;
    private long _bytes;

    /// <summary>Begins anew: what a runner that died has left of this report goes.</summary>
    public Task BeginAsync(CancellationToken ct) => ForgetChunksAsync(order.ReportId, ct);

    public async ValueTask AddAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var chunk = new ReportChunk { ReportId = order.ReportId, Number = ++_chunks, Data = data.ToArray() };
        _bytes += data.Length;
        await run.WriteAsync(
            db =>
            {
                db.ReportChunks.Add(chunk);
                return db.SaveChangesAsync(ct);
            }, ct);
    }

    /// <summary>The report is delivered from now on, and the one before it goes.</summary>
    public async Task CompleteAsync(string accountId, DateTimeOffset now, long rows, long formulaNames, CancellationToken ct)
    {
        await run.WriteAsync(
            db => db.Reports.Where(r => r.Id == order.ReportId).ExecuteUpdateAsync(
                s => s.SetProperty(r => r.CompletedAt, now).SetProperty(r => r.Rows, rows).SetProperty(r => r.Bytes, _bytes)
                    .SetProperty(r => r.FormulaNames, formulaNames), ct), ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var former = await db.Reports
            .Where(r => r.AccountId == accountId && r.Kind == order.Kind && r.CompletedAt != null && r.Id != order.ReportId)
            .Select(r => r.Id).ToListAsync(ct);
        foreach (var id in former)
        {
            await ForgetChunksAsync(id, ct);
            await run.WriteAsync(to => to.Reports.Where(r => r.Id == id).ExecuteDeleteAsync(ct), ct);
        }
    }

    // The first chunk first: whoever finds that one in his statement finds all of them.
    private async Task ForgetChunksAsync(string reportId, CancellationToken ct)
    {
        for (var gone = 1; gone > 0;)
            gone = await run.WriteAsync(
                async db => await db.ReportChunks.Where(c => c.ReportId == reportId).MinAsync(c => (int?)c.Number, ct) is { } first
                    ? await db.ReportChunks.Where(c => c.ReportId == reportId && c.Number < first + Portion).ExecuteDeleteAsync(ct)
                    : 0, ct);
    }
}
