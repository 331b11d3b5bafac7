using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>"Cancel" after the dry run: rows and seeds are forgotten at once.</summary>
public sealed class DiscardConsignment(Gate gate)
{
    private const string Event = "DiscardHardwareTokenImport";

    /// <summary>Forgets a consignment that was not imported.</summary>
    public async Task<Result> RunAsync(Caller caller, string consignmentId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.ImportHardwareTokens, null, ct, proofWasFresh: true, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var gone = await operation.Db.Consignments
            .Where(c => c.Id == consignmentId && c.AccountId == operation.Account.Id && c.State == ConsignmentState.Reviewed)
            .ExecuteDeleteAsync(ct);
        if (gone == 0) return ConsignmentErrors.NotReviewed;
        operation.Audit(Event, details: new { consignment = consignmentId });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
