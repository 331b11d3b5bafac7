using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// Imports a consignment's good rows, a thousand in one transaction. Cut off anywhere it goes on with the rows that are still
/// good: none is imported twice. It was permitted when it was ordered, so it goes on when the one who ordered it signs out.
/// </summary>
internal sealed class ConsignmentImport : IJobWork
{
    /// <summary>See <see cref="IJobWork.Kind"/>.</summary>
    public const string JobKind = "consignment";

    /// <inheritdoc />
    public string Kind => JobKind;

    /// <inheritdoc />
    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var id = run.Parameters<ConsignmentOrder>().ConsignmentId;
        if (await run.ReadAsync(db => db.Consignments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct), ct)
            is not { State: ConsignmentState.Importing } consignment) return;
        var done = await CountAsync(run, consignment, RowVerdict.Imported, ct);
        if (consignment.AllOrNothing && done == 0 && await IsToBeRefusedAsync(run, consignment, ct))
        {
            await RefuseAsync(run, consignment, ct);
            return;
        }

        for (var after = 0; await run.ReadAsync(db => StockRows.NextGoodAsync(db, consignment, after, ct), ct) is { } next;)
        {
            (var from, after) = (next - 1, next - 1 + Portions.Size);
            done = await run.WriteAsync(db => StepAsync(run, db, consignment, from, done, ct), ct);
        }

        await EndAsync(run, consignment, ConsignmentState.Imported, done, ct);
    }

    /// <inheritdoc />
    public Task FailAsync(IamDbContext db, JobRun run, CancellationToken ct)
    {
        var id = run.Parameters<ConsignmentOrder>().ConsignmentId;
        return db.Consignments.Where(c => c.Id == id && c.State == ConsignmentState.Importing)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Failed), ct);
    }

    private static async Task<int> StepAsync(JobRun run, IamDbContext db, Consignment consignment, int after, int done, CancellationToken ct)
    {
        await StockRows.MarkExistingAsync(db, consignment, after, after + Portions.Size, ct);
        done += await StockRows.ImportAsync(db, consignment, after, after + Portions.Size, ct);
        await run.ReportAsync(db, done, consignment.Good, ct);
        return done;
    }

    private static Task<int> CountAsync(JobRun run, Consignment consignment, RowVerdict verdict, CancellationToken ct) =>
        run.ReadAsync(db => db.ConsignmentRows.CountAsync(r => r.ConsignmentId == consignment.Id && r.Verdict == verdict, ct), ct);

    // Asked before the first row only: somebody else's import of the same serial numbers at this very moment leaves rows out.
    // Every row was good when all or nothing was ordered, so one that is not was marked by a refusal that was cut off.
    private static async Task<bool> IsToBeRefusedAsync(JobRun run, Consignment consignment, CancellationToken ct) =>
        await CountAsync(run, consignment, RowVerdict.Good, ct) < consignment.Rows
        || await run.ReadAsync(db => StockRows.AnyExistsAsync(db, consignment, ct), ct);

    private static async Task RefuseAsync(JobRun run, Consignment consignment, CancellationToken ct)
    {
        for (var after = 0; after < consignment.Rows; after += Portions.Size)
        {
            var from = after;
            await run.WriteAsync(db => StockRows.MarkExistingAsync(db, consignment, from, from + Portions.Size, ct), ct);
        }

        var good = await CountAsync(run, consignment, RowVerdict.Good, ct);
        await StockRows.ForgetSeedsAsync(run, consignment, ct);
        await EndAsync(run, consignment, ConsignmentState.Refused, good, ct);
    }

    private static Task EndAsync(JobRun run, Consignment consignment, ConsignmentState state, int good, CancellationToken ct) => run.WriteAsync(
        db => db.Consignments.Where(c => c.Id == consignment.Id && c.State == ConsignmentState.Importing)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state).SetProperty(c => c.Good, good), ct), ct);
}
