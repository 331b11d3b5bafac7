using IamConsole.Core.Permissions;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>
/// Tokens in use that will leave the window of accepted codes within <see cref="Days"/> days. The day was foretold at the
/// token's last use, so this is one walk along an index, however many tokens and readings there are.
/// </summary>
public sealed class ListDriftingTokens(Gate gate, TimeProvider clock)
{
    /// <summary>How far ahead is looked.</summary>
    public const int Days = 60;

    /// <summary>As many are listed.</summary>
    public const int Most = 20;

    /// <summary>The account's own, the next to leave first.</summary>
    public async Task<Result<DriftingTokens>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListHardwareTokens, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, last) = (operation.Db, operation.Account, TokenFilter.Day(clock.GetUtcNow()).AddDays(Days));
        var found = await db.HardwareTokens
            .Where(t => t.AccountId == account.Id && t.LeavesOn != null && t.LeavesOn <= last && t.State == TokenState.Active)
            .OrderBy(t => t.LeavesOn).ThenBy(t => t.NormalizedSerial).Take(Most + 1)
            .Join(db.Users, t => t.UserId, u => u.Id, (t, u) => new { t.Serial, u.Name, u.IsRoot, t.LeavesOn, t.NormalizedSerial })
            .OrderBy(t => t.LeavesOn).ThenBy(t => t.NormalizedSerial)
            .ToListAsync(ct);
        return new DriftingTokens(
            [.. found.Take(Most).Select(t => new DriftingToken(t.Serial, t.Name, t.IsRoot, t.LeavesOn!.Value))], found.Count > Most);
    }
}
