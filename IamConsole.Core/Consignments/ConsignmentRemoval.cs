using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>Deletes a consignment that was thrown away: its rows by the thousand, then itself. Whoever does it again does no harm.</summary>
internal sealed class ConsignmentRemoval(IDbContextFactory<IamDbContext> databases) : IJobWork
{
    /// <summary>See <see cref="IJobWork.Kind"/>.</summary>
    public const string JobKind = "consignment-discard";

    /// <inheritdoc />
    public string Kind => JobKind;

    /// <inheritdoc />
    public Task RunAsync(JobRun run, CancellationToken ct) =>
        RunAsync(run.Parameters<ConsignmentOrder>().ConsignmentId, write => run.WriteAsync(db => CountedAsync(run, db, write, ct), ct), ct);

    /// <summary>The same without a job, for a server's own tidying and for a file whose reading has failed.</summary>
    public Task RunAsync(string id, CancellationToken ct) => RunAsync(id, write => WriteAsync(write, ct), ct);

    private async Task RunAsync(string id, Func<Func<IamDbContext, Task<int>>, Task<int>> write, CancellationToken ct)
    {
        while (await FirstAsync(id, ct) is { } first)
            await write(db => db.ConsignmentRows.Where(r => r.ConsignmentId == id && r.Number < first + Portions.Size).ExecuteDeleteAsync(ct));
        await write(db => db.Consignments.Where(c => c.Id == id && c.State == ConsignmentState.Discarding).ExecuteDeleteAsync(ct));
    }

    private static async Task<int> CountedAsync(JobRun run, IamDbContext db, Func<IamDbContext, Task<int>> write, CancellationToken ct)
    {
        var rows = await write(db);
        await run.ReportAsync(db, run.Done + rows, run.Done + rows, ct);
        return rows;
    }

    private async Task<int?> FirstAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ConsignmentRows.Where(r => r.ConsignmentId == id
            && db.Consignments.Any(c => c.Id == id && c.State == ConsignmentState.Discarding)).MinAsync(r => (int?)r.Number, ct);
    }

    private async Task<int> WriteAsync(Func<IamDbContext, Task<int>> write, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var written = await write(db);
        await transaction.CommitAsync(ct);
        return written;
    }
}
