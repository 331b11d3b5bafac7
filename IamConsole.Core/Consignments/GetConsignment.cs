using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>One consignment and its rows.</summary>
public sealed class GetConsignment(Gate gate, TimeProvider clock)
{
    private const int PageSize = 25;

    /// <summary>The rows behind number <paramref name="after"/>: those that are not or were not imported, or with <paramref name="all"/> every one.</summary>
    public async Task<Result<ConsignmentDetail>> RunAsync(Caller caller, string consignmentId, int after, bool all, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ImportHardwareTokens, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var consignment = await db.Consignments.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == consignmentId && c.AccountId == account && c.State != ConsignmentState.Discarding, ct);
        if (consignment is null) return ConsignmentErrors.NoSuchConsignment;
        var rows = db.ConsignmentRows.AsNoTracking().Where(r => r.ConsignmentId == consignmentId && r.Number > after);
        if (!all) rows = rows.Where(r => r.Verdict != RowVerdict.Good && r.Verdict != RowVerdict.Imported);
        var page = await rows.OrderBy(r => r.Number).Take(PageSize + 1)
            .Select(r => new ConsignmentRowView(
                r.Number, r.Line, r.Serial, r.Verdict, r.Reason, r.Vendor, r.Form, r.Algorithm, r.Digits, r.PeriodSeconds, r.ExpiresOn))
            .ToListAsync(ct);
        var more = page.Count > PageSize;
        if (more) page.RemoveAt(PageSize);
        var job = consignment.JobId is null ? null : await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == consignment.JobId, ct);
        var undoable = await UndoConsignment.CanBeUndoneAsync(db, consignment, ct) && !await UndoConsignment.Used(db, consignmentId).AnyAsync(ct);
        return new ConsignmentDetail(ConsignmentView.Of(consignment, job, clock.GetUtcNow()), page, more ? page[^1].Number : null, undoable);
    }
}
