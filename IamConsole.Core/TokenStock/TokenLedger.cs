using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.TokenStock;

/// <summary>How tokens come back from users: one place for every way that takes a device away, each in the transaction of its use case.</summary>
internal static class TokenLedger
{
    /// <summary>Adds a line to a token's history.</summary>
    public static void Note(
        this IamDbContext db, string tokenId, string? accountId, TokenEventKind kind, DateTimeOffset now, string actor, string? userName = null) =>
        db.TokenEvents.Add(new TokenEvent
        {
            TokenId = tokenId,
            AccountId = accountId,
            Kind = kind,
            At = now,
            Actor = actor,
            UserName = userName,
        });

    /// <summary>
    /// The token of a device that goes returns to the stock it came from, or into retirement where the account wants that;
    /// its drift and its last accepted step are kept, so that no code of its former user is ever accepted again.
    /// </summary>
    public static async Task ReturnTokenAsync(
        this IamDbContext db, Account account, string deviceId, TokenClock clock, DateTimeOffset now, string actor, string userName,
        CancellationToken ct)
    {
        var id = await db.HardwareTokens.Where(t => t.DeviceId == deviceId).Select(t => t.Id).SingleOrDefaultAsync(ct);
        if (id is null) return;
        var into = account.RetiresRemovedTokens ? TokenState.Retired : TokenState.Available;
        await db.FreeTokenAsync(id, clock, into, account.Id, ct);
        db.Note(id, account.Id, into is TokenState.Retired ? TokenEventKind.Retired : TokenEventKind.Returned, now, actor, userName);
    }

    /// <summary>Tokens handed out to a user who goes and had not activated them.</summary>
    public static async Task TakeHandedOutBackAsync(
        this IamDbContext db, Account account, string userId, DateTimeOffset now, string actor, string userName, CancellationToken ct)
    {
        foreach (var id in await db.HardwareTokens.Where(t => t.UserId == userId && t.DeviceId == null).Select(t => t.Id).ToListAsync(ct))
        {
            await db.FreeTokenAsync(id, null, TokenState.Available, account.Id, ct);
            db.Note(id, account.Id, TokenEventKind.TakenBack, now, actor, userName);
        }
    }

    /// <summary>
    /// Takes a token from its user into a state in which nobody has it. An available token is its owner's again; a lost or
    /// retired one stays with the account that says so.
    /// </summary>
    public static Task FreeTokenAsync(
        this IamDbContext db, string tokenId, TokenClock? clock, TokenState into, string accountId, CancellationToken ct)
    {
        var keeper = into is TokenState.Available ? null : accountId;
        var (drift, step) = (clock?.DriftSteps, clock?.LastAcceptedStep);
        return db.HardwareTokens.Where(t => t.Id == tokenId).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.DeviceId, (string?)null)
                .SetProperty(t => t.UserId, (string?)null)
                .SetProperty(t => t.State, into)
                .SetProperty(t => t.AccountId, t => t.OwnerAccountId ?? keeper)
                .SetProperty(t => t.DriftSteps, t => drift ?? t.DriftSteps)
                .SetProperty(t => t.LastAcceptedStep, t => step ?? t.LastAcceptedStep), ct);
    }
}
