using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// Imports a consignment's good rows, a thousand in one transaction. Cut off anywhere it goes on with the rows that are still
/// good: none is imported twice. It was permitted when it was ordered, so it goes on when the one who ordered it signs out.
/// </summary>
internal sealed class ConsignmentImport(IDbContextFactory<IamDbContext> databases) : IJobWork
{
    /// <summary>See <see cref="IJobWork.Kind"/>.</summary>
    public const string JobKind = "consignment";

    private const int Batch = 1_000;

    /// <inheritdoc />
    public string Kind => JobKind;

    /// <inheritdoc />
    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var id = run.Parameters<ConsignmentOrder>().ConsignmentId;
        var consignment = await ReadAsync(id, ct);
        if (consignment is not { State: ConsignmentState.Importing }) return;
        if (consignment.AllOrNothing && await AnyExistsAsync(consignment, ct))
        {
            await EndAsync(consignment, ConsignmentState.Refused, ct);
            return;
        }

        var done = await ImportedAsync(consignment, ct);
        for (var after = 0; after < consignment.Rows; after += Batch)
        {
            done += await StepAsync(consignment, after, ct);
            await run.ReportAsync(done, consignment.Good, ct);
        }

        await EndAsync(consignment, ConsignmentState.Imported, ct);
    }

    private async Task<int> StepAsync(Consignment consignment, int after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await StockRows.MarkExistingAsync(db, consignment, after, after + Batch, ct);
        var imported = await StockRows.ImportAsync(db, consignment, after, after + Batch, ct);
        await transaction.CommitAsync(ct);
        return imported;
    }

    private async Task<Consignment?> ReadAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Consignments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
    }

    private async Task<int> ImportedAsync(Consignment consignment, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ConsignmentRows.CountAsync(r => r.ConsignmentId == consignment.Id && r.Verdict == RowVerdict.Imported, ct);
    }

    // Asked before the first row only: somebody else's import of the same serial numbers at this very moment leaves rows out.
    private async Task<bool> AnyExistsAsync(Consignment consignment, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await db.ConsignmentRows.AnyAsync(r => r.ConsignmentId == consignment.Id && r.Verdict == RowVerdict.Imported, ct)) return false;
        var existing = await StockRows.MarkExistingAsync(db, consignment, 0, int.MaxValue, ct);
        await transaction.CommitAsync(ct);
        return existing > 0;
    }

    private async Task EndAsync(Consignment consignment, ConsignmentState state, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var counted = state is ConsignmentState.Imported ? RowVerdict.Imported : RowVerdict.Good;
        var good = await db.ConsignmentRows.CountAsync(r => r.ConsignmentId == consignment.Id && r.Verdict == counted, ct);
        if (state is ConsignmentState.Refused)
            await db.ConsignmentRows.Where(r => r.ConsignmentId == consignment.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.ProtectedSeed, (byte[]?)null), ct);
        await db.Consignments.Where(c => c.Id == consignment.Id && c.State == ConsignmentState.Importing)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state).SetProperty(c => c.Good, good), ct);
        await transaction.CommitAsync(ct);
    }
}
