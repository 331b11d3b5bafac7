using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>The dashboard's figures: those of users from counters that the database keeps, those of tokens from indexes, to a limit.</summary>
public sealed class GetAccountSummary(Gate gate, TimeProvider clock)
{
    /// <summary>The caller's account; figures only for administrators.</summary>
    public async Task<Result<AccountSummary>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetAccountSummary, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account, me) = (operation.Db, operation.Account, operation.User);
        int? rootDevices = null;
        AccountFigures? figures = null;
        if (operation.SeesEverybody)
        {
            if (Partition.AllowsRootSignIn(account.Partition))
                rootDevices = await db.Users.Where(u => u.AccountId == account.Id && u.IsRoot)
                    .Select(u => u.SecurityKeys + u.VirtualDevices + u.HardwareTokens).SingleAsync(ct);
            figures = await FiguresAsync(operation, ct);
        }

        return new AccountSummary(
            account.Id, account.Alias, account.Name, account.Partition,
            new DeviceCounts(me.SecurityKeys, me.VirtualDevices, me.HardwareTokens), rootDevices, figures,
            PasswordExpiry.DaysToWarnOf(me, account, clock.GetUtcNow()),
            MfaRequirement.IsMet(me, account.MfaPolicy) ? null : MfaRequirement.DueAt(me, account));
    }

    private async Task<AccountFigures> FiguresAsync(Operation operation, CancellationToken ct)
    {
        var (db, account) = (operation.Db, operation.Account);
        var parts = await db.UserCounts.AsNoTracking().Where(c => c.AccountId == account.Id).ToListAsync(ct);
        int Sum(Func<UserCount, long> figure) => (int)parts.Sum(figure);
        return new AccountFigures(
            Sum(c => c.Users), Sum(c => c.WithMfa), Sum(c => c.WithoutMfa),
            new DeviceCounts(Sum(c => c.SecurityKeys), Sum(c => c.VirtualDevices), Sum(c => c.HardwareTokens)),
            new DeviceCounts(Sum(c => c.StrongestSecurityKey), Sum(c => c.StrongestVirtual), Sum(c => c.StrongestHardware)),
            await TokensAsync(db, account, ct));
    }

    private async Task<TokenFigures> TokensAsync(IamDbContext db, Account account, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (today, soon) = (DateOnly.FromDateTime(now.UtcDateTime), DateOnly.FromDateTime((now + TokenFigures.Soon).UtcDateTime));
        var longAgo = now - TokenFigures.Idle;
        var tokens = db.HardwareTokens.Where(t => t.Partition == account.Partition && (t.AccountId == null || t.AccountId == account.Id));
        var stock = tokens.Where(t => t.State == TokenState.Available);
        return new TokenFigures(
            await CountAsync(stock.Select(t => t.Id), ct),
            await CountAsync(tokens.Where(t => t.ExpiresOn >= today && t.ExpiresOn <= soon
                && t.State != TokenState.Lost && t.State != TokenState.Retired).Select(t => t.Id), ct),
            await CountAsync(stock.Where(t => t.ImportedAt < longAgo).Select(t => t.Id), ct));
    }

    private static Task<int> CountAsync(IQueryable<string> ids, CancellationToken ct) =>
        ids.Take(TokenFigures.MostCounted + 1).CountAsync(ct);
}
