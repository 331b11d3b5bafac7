using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Consignments;

/// <summary>The account's latest imports, so that one left under way is found again.</summary>
public sealed class ListConsignments(Gate gate, TimeProvider clock)
{
    private const int Most = 10;

    /// <summary>The newest first, at most ten.</summary>
    public async Task<Result<IReadOnlyList<ConsignmentView>>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ImportHardwareTokens, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var found = await operation.Db.Consignments.AsNoTracking()
            .Where(c => c.AccountId == operation.Account.Id && c.State != ConsignmentState.Discarding)
            .OrderByDescending(c => c.CreatedAt).Take(Most).ToListAsync(ct);
        return found.ConvertAll(c => ConsignmentView.Of(c, null, clock.GetUtcNow()));
    }
}
