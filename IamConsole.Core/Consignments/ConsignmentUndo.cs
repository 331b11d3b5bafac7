using IamConsole.Core.AuditTrail;
using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>
/// Takes a consignment out of the stock again, whole or not at all, a thousand tokens in one transaction: first all of them
/// are withdrawn, so that nobody can take one any more; only when each is, they are deleted. One that somebody took before it
/// was withdrawn brings all of them back. Cut off anywhere it finds by itself where it stopped.
/// </summary>
internal sealed class ConsignmentUndo(AuditTrailWriter audit) : IJobWork
{
    /// <summary>See <see cref="IJobWork.Kind"/>.</summary>
    public const string JobKind = "consignment-undo";

    /// <inheritdoc />
    public string Kind => JobKind;

    /// <inheritdoc />
    public async Task RunAsync(JobRun run, CancellationToken ct)
    {
        var order = run.Parameters<ConsignmentOrder>();
        if (await run.ReadAsync(db => db.Consignments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == order.ConsignmentId, ct), ct)
            is not { State: ConsignmentState.Undoing } consignment) return;
        var id = consignment.Id;
        await PortionsAsync(run, consignment, 0, (db, some) => SetAsync(UndoConsignment.Unused(db, id), some, TokenState.Withdrawn, ct), ct);
        if (await run.ReadAsync(db => db.HardwareTokens.AnyAsync(t => t.ConsignmentId == id && t.State != TokenState.Withdrawn, ct), ct))
        {
            await PortionsAsync(run, consignment, 1, (db, some) => SetAsync(Withdrawn(db, id), some, TokenState.Available, ct), ct);
            await KeepAsync(run, consignment, order.From, ct);
            return;
        }

        await PortionsAsync(run, consignment, 1, (db, some) => Withdrawn(db, id).Where(t => some.Contains(t.Id)).ExecuteDeleteAsync(ct), ct);
        await StockRows.ForgetSeedsAsync(run, consignment, ct);
        await run.WriteAsync(db => SetAsync(db, id, ConsignmentState.Undone, ct), ct);
    }

    private static IQueryable<HardwareToken> Withdrawn(IamDbContext db, string id) =>
        db.HardwareTokens.Where(t => t.ConsignmentId == id && t.State == TokenState.Withdrawn);

    private static Task<int> SetAsync(IQueryable<HardwareToken> tokens, IQueryable<string?> some, TokenState state, CancellationToken ct) =>
        tokens.Where(t => some.Contains(t.Id)).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, state), ct);

    // By the numbers of their rows, which an index has in order: to look for the next thousand would take longer each time.
    // What earlier attempts came through is not gone through again.
    private static async Task PortionsAsync(
        JobRun run, Consignment of, int passes, Func<IamDbContext, IQueryable<string?>, Task<int>> change, CancellationToken ct)
    {
        for (var after = (int)Math.Clamp(run.Done - (passes * of.Rows), 0, of.Rows); after < of.Rows; after += Portions.Size)
        {
            var (from, upTo) = (after, after + Portions.Size);
            await run.WriteAsync(
                async db =>
                {
                    await change(db, db.ConsignmentRows
                        .Where(r => r.ConsignmentId == of.Id && r.Verdict == RowVerdict.Imported && r.Number > from && r.Number <= upTo)
                        .Select(r => r.TokenId));
                    await run.ReportAsync(db, passes * of.Rows + Math.Min(upTo, of.Rows), 2L * of.Rows, ct);
                }, ct);
        }
    }

    private Task KeepAsync(JobRun run, Consignment consignment, ConsignmentState state, CancellationToken ct) => run.WriteAsync(
        async db =>
        {
            await SetAsync(db, consignment.Id, state, ct);
            audit.Write(
                db, UndoConsignment.Event, await run.ActorAsync(db, ct), run.Client, consignment.AccountId, ConsignmentErrors.InUse.Code,
                consignment.FileName, details: new { consignment = consignment.Id });
            await db.SaveChangesAsync(ct);
        }, ct);

    private static Task<int> SetAsync(IamDbContext db, string id, ConsignmentState state, CancellationToken ct) =>
        db.Consignments.Where(c => c.Id == id && c.State == ConsignmentState.Undoing)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state), ct);
}
