using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>The serial numbers of the tokens that were handed out to a user and wait for two codes.</summary>
public sealed class ListHandedOutTokens(Gate gate, TimeProvider clock)
{
    /// <summary>At most eight, ordered.</summary>
    public async Task<Result<IReadOnlyList<string>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListMfaDevices, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var waiting = operation.Db.HardwareTokens.AsNoTracking().HandedOutTo(operation.Target, TokenFilter.Day(clock.GetUtcNow()));
        return await waiting.OrderBy(t => t.NormalizedSerial).Select(t => t.Serial).Take(MfaDevices.MfaLimits.DevicesPerUser).ToListAsync(ct);
    }
}
