using IamConsole.Core.Accounts;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>What a passkey's or security key's answer means for its user; a refused one is counted as any wrong factor.</summary>
public sealed class KeyCheck(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>Keeps the counter, or counts the failure, in a transaction that nothing undoes.</summary>
    internal async Task<FactorMatch> CompareAsync(IamUser user, Result<PasskeyProof> answer, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.LockUsersAsync([user.Id], ct);
        var use = answer.Succeeded
            ? await PasskeyUse.RecordAsync(db, user.Id, answer.Value, await RefusesAsync(db, user, ct), clock.GetUtcNow(), ct)
            : new KeyUse(null, answer.Error);
        if (use.Refusal is not null) await FactorCheck.CountFailureAsync(db, user, ct);
        await transaction.CommitAsync(ct);
        return new FactorMatch(use.Refusal is null ? FactorOutcome.Match : FactorOutcome.Wrong, use.DeviceId)
        {
            KeyRefusal = use.Refusal,
            CounterFell = use.CounterFell,
        };
    }

    private static async Task<bool> RefusesAsync(IamDbContext db, IamUser user, CancellationToken ct) =>
        (await db.Accounts.Where(a => a.Id == user.AccountId).Select(a => a.SecurityKeyPolicy).SingleAsync(ct)).FallingCounter is KeyResponse.Refuse;
}
