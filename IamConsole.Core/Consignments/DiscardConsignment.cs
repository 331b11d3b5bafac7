using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>"Cancel" after the dry run, and of one that was cut off: rows and seeds are forgotten at once.</summary>
public sealed class DiscardConsignment(Gate gate, JobStart jobs)
{
    private const string Event = "DiscardHardwareTokenImport";

    /// <summary>
    /// Throws away what was not imported: nobody sees it from now on, and the background deletes it. Reading that is still
    /// under way in another window ends.
    /// </summary>
    public async Task<Result> RunAsync(Caller caller, string consignmentId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, proofWasFresh: true, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        var job = jobs.Add(operation, ConsignmentRemoval.JobKind, new ConsignmentOrder(consignmentId));
        var gone = await db.Consignments
            .Where(c => c.Id == consignmentId && c.AccountId == operation.Account.Id
                && (c.State == ConsignmentState.Reviewed || c.State == ConsignmentState.Reading
                    || c.State == ConsignmentState.Failed && !db.HardwareTokens.Any(t => t.ConsignmentId == consignmentId)))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConsignmentState.Discarding).SetProperty(c => c.JobId, job.Id), ct);
        if (gone == 0) return ConsignmentErrors.NotReviewed;
        operation.Audit(Event, details: new { consignment = consignmentId });
        await operation.SaveAsync(ct);
        jobs.Wake();
        return Result.Success();
    }
}
