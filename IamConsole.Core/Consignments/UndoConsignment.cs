using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>Takes a consignment out of the stock again, whole, while nothing of it was ever assigned or changed.</summary>
public sealed class UndoConsignment(Gate gate)
{
    private const string Event = "UndoHardwareTokenImport";

    /// <summary>Undoes; a token that somebody claims at this moment keeps the whole.</summary>
    public async Task<Result> RunAsync(Caller caller, string consignmentId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var found = await db.Consignments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == consignmentId && c.AccountId == account, ct);
        if (found is null) return ConsignmentErrors.NoSuchConsignment;
        if (found.State is not ConsignmentState.Imported) return await operation.RefuseAsync(Event, ConsignmentErrors.NotImported, ct, found.FileName);
        var undone = await db.Consignments.Where(c => c.Id == consignmentId && c.State == ConsignmentState.Imported)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Undone), ct);
        var taken = await Unused(db, consignmentId).ExecuteDeleteAsync(ct);
        if (undone != 1 || await db.HardwareTokens.AnyAsync(t => t.ConsignmentId == consignmentId, ct))
            return await operation.RefuseAsync(Event, ConsignmentErrors.InUse, ct, found.FileName);
        operation.Audit(Event, target: found.FileName, details: new { consignment = consignmentId, tokens = taken });
        await operation.SaveAsync(ct);
        return Result.Success();
    }

    /// <summary>Tokens that are or were in somebody's hands, or whose state was changed.</summary>
    internal static IQueryable<HardwareToken> Used(IamDbContext db, string consignmentId) =>
        db.HardwareTokens.Where(t => t.ConsignmentId == consignmentId
            && (t.State != TokenState.Available || t.LastAcceptedStep != -1
                || db.TokenEvents.Any(e => e.TokenId == t.Id && e.Kind != TokenEventKind.Imported)));

    private static IQueryable<HardwareToken> Unused(IamDbContext db, string consignmentId) =>
        db.HardwareTokens.Where(t => t.ConsignmentId == consignmentId
            && t.State == TokenState.Available && t.LastAcceptedStep == -1
            && !db.TokenEvents.Any(e => e.TokenId == t.Id && e.Kind != TokenEventKind.Imported));
}
