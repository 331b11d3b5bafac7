using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>The commit after the dry run: the good rows go into the stock in the background.</summary>
public sealed class ImportConsignment(Gate gate, JobStart jobs, TimeProvider clock)
{
    private const string Event = "ImportHardwareTokens";

    /// <summary>Orders the import, or orders again one that was given up, as it was ordered; of two people who order it one does.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="consignmentId">A consignment whose rows have their verdicts.</param>
    /// <param name="allOrNothing">Whether one row that cannot be imported keeps all others out.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<Result> RunAsync(Caller caller, string consignmentId, bool allOrNothing, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, now) = (operation.Db, operation.Account.Id, clock.GetUtcNow());
        var found = await db.Consignments.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == consignmentId && c.AccountId == account && c.State != ConsignmentState.Discarding, ct);
        if (found is null) return ConsignmentErrors.NoSuchConsignment;
        if (found.State is not (ConsignmentState.Reviewed or ConsignmentState.Failed)) return await operation.RefuseAsync(Event, ConsignmentErrors.NotReviewed, found.FileName);
        if (found.State is ConsignmentState.Failed) allOrNothing = found.AllOrNothing;
        if (found.Good == 0) return await operation.RefuseAsync(Event, ConsignmentErrors.NothingGood, found.FileName);
        if (allOrNothing && found.Good < found.Rows)
            return await operation.RefuseAsync(Event, ConsignmentErrors.NotAll(found.Rows - found.Good), found.FileName);
        var job = jobs.Add(operation, ConsignmentImport.JobKind, new ConsignmentOrder(consignmentId));
        job.Total = found.Good;
        var ordered = await db.Consignments.Where(c => c.Id == consignmentId && c.State == found.State && c.JobId == found.JobId)
            .ExecuteUpdateAsync(
                s => s.SetProperty(c => c.State, ConsignmentState.Importing)
                    .SetProperty(c => c.AllOrNothing, allOrNothing)
                    .SetProperty(c => c.ImportedAt, now)
                    .SetProperty(c => c.JobId, job.Id), ct);
        if (ordered != 1) return await operation.RefuseAsync(Event, ConsignmentErrors.NotReviewed, found.FileName);
        operation.Audit(Event, target: found.FileName, details: new { consignment = consignmentId, rows = found.Rows, good = found.Good, allOrNothing });
        await operation.SaveAsync(ct);
        jobs.Wake();
        return Result.Success();
    }
}
