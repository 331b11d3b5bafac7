using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>Has a consignment taken out of the stock again, whole, while nothing of it was ever assigned or changed.</summary>
public sealed class UndoConsignment(Gate gate, JobStart jobs)
{
    internal const string Event = "UndoHardwareTokenImport";

    /// <summary>Orders it; the background does it. A token that somebody claims before it is withdrawn keeps the whole.</summary>
    public async Task<Result> RunAsync(Caller caller, string consignmentId, CancellationToken ct)
    {
        var used = await IsUsedAsync(caller, consignmentId, ct);
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var found = await db.Consignments.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == consignmentId && c.AccountId == account && c.State != ConsignmentState.Discarding, ct);
        if (found is null) return ConsignmentErrors.NoSuchConsignment;
        if (!await CanBeUndoneAsync(db, found, ct)) return await operation.RefuseAsync(Event, ConsignmentErrors.NotImported, found.FileName);
        if (used) return await operation.RefuseAsync(Event, ConsignmentErrors.InUse, found.FileName);
        var from = found.State is ConsignmentState.Failed ? ConsignmentState.Failed : ConsignmentState.Imported;
        var job = jobs.Add(operation, ConsignmentUndo.JobKind, new ConsignmentOrder(consignmentId, from));
        var ordered = await db.Consignments.Where(c => c.Id == consignmentId && c.State == found.State && c.JobId == found.JobId).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.State, ConsignmentState.Undoing).SetProperty(c => c.JobId, job.Id), ct);
        if (ordered != 1) return await operation.RefuseAsync(Event, ConsignmentErrors.NotImported, found.FileName);
        operation.Audit(Event, target: found.FileName, details: new { consignment = consignmentId, tokens = found.Good });
        await operation.SaveAsync(ct);
        jobs.Wake();
        return Result.Success();
    }

    /// <summary>What was imported, in part or whole, and an undoing that was given up.</summary>
    internal static async Task<bool> CanBeUndoneAsync(IamDbContext db, Consignment consignment, CancellationToken ct) =>
        consignment.State is ConsignmentState.Imported or ConsignmentState.Failed
        || consignment.State is ConsignmentState.Undoing && await db.Jobs.AnyAsync(j => j.Id == consignment.JobId && j.FinishedAt != null, ct);

    /// <summary>Tokens that are or were in somebody's hands, or whose state was changed.</summary>
    internal static IQueryable<HardwareToken> Used(IamDbContext db, string consignmentId) =>
        db.HardwareTokens.Where(t => t.ConsignmentId == consignmentId
            && (t.State != TokenState.Available && t.State != TokenState.Withdrawn || t.LastAcceptedStep != -1
                || db.TokenEvents.Any(e => e.TokenId == t.Id && e.Kind != TokenEventKind.Imported)));

    /// <summary>Tokens in stock that nobody ever had.</summary>
    internal static IQueryable<HardwareToken> Unused(IamDbContext db, string consignmentId) =>
        db.HardwareTokens.Where(t => t.ConsignmentId == consignmentId
            && t.State == TokenState.Available && t.LastAcceptedStep == -1
            && !db.TokenEvents.Any(e => e.TokenId == t.Id && e.Kind != TokenEventKind.Imported));

    // Looked up before the transaction: a hundred thousand tokens take a while, and nobody else should wait for that.
    private async Task<bool> IsUsedAsync(Caller caller, string consignmentId, CancellationToken ct)
    {
        await using var look = await gate.ReadAsync(caller, IamAction.ImportHardwareTokens, null, ct);
        return look.Refusal is null && await Used(look.Db, consignmentId).AnyAsync(ct);
    }
}
