using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Sessions;

/// <summary>Who is signed in with a cookie.</summary>
public sealed class ReadSession(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>Null when the session is over, or never was. Reading is no activity.</summary>
    public async Task<SessionView?> RunAsync(string? token, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var id = SecretToken.Hash(token);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Sessions.AsNoTracking().Where(s => s.Id == id)
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new { Session = s, User = u })
            .Join(db.Accounts, f => f.User.AccountId, a => a.Id, (f, a) => new { f.Session, f.User, Account = a })
            .SingleOrDefaultAsync(ct);
        if (found is null || !SessionLimits.IsAlive(found.Session, found.User, found.Account, clock.GetUtcNow())) return null;
        var (session, user, account) = (found.Session, found.User, found.Account);
        return new SessionView(
            session.Id, session.Kind, user.Id, user.Name, user.IsRoot,
            account.Id, account.Label, session.IsMfa, user.DeviceCount);
    }

    /// <summary>Which of these sessions still live: one query for all open circuits.</summary>
    public async Task<IReadOnlySet<string>> FindAliveAsync(IReadOnlyCollection<string> sessionIds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Sessions.AsNoTracking().Where(s => sessionIds.Contains(s.Id))
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new { Session = s, User = u })
            .Join(db.Accounts, f => f.User.AccountId, a => a.Id, (f, a) => new { f.Session, f.User, Account = a })
            .ToListAsync(ct);
        return found.Where(f => SessionLimits.IsAlive(f.Session, f.User, f.Account, now)).Select(f => f.Session.Id).ToHashSet();
    }
}
