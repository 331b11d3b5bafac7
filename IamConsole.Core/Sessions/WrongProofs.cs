using IamConsole.Core.AuditTrail;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Sessions;

/// <summary>
/// Ten wrong passwords, codes or keys within an hour end the session in which they were typed: whoever sits there is a stranger,
/// or no longer knows what he does. An attempt is counted as wrong before anything is compared, in a transaction of its own, and
/// given back when it was not (as the codes of a device, security bar C11 to C17): of many at once ten are compared.
/// </summary>
public sealed class WrongProofs(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    /// <summary>So many end the session.</summary>
    public const int Most = 10;

    /// <summary>Within so long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Runs <paramref name="prove"/>, counted; its answer, unless the session ends or has ended with it.</summary>
    internal async Task<Result<T>> RunAsync<T>(Caller caller, Func<Task<Result<T>>> prove, CancellationToken ct)
        where T : class
    {
        if (!await CountAsync(caller, ct)) return SessionErrors.TooManyWrongProofs;
        var answer = await prove();
        return await SettleAsync(caller, answer.Error, ct) is { } ended ? ended : answer;
    }

    /// <summary>The same for what answers nothing.</summary>
    internal async Task<Result> RunAsync(Caller caller, Func<Task<Result>> prove, CancellationToken ct)
    {
        if (!await CountAsync(caller, ct)) return SessionErrors.TooManyWrongProofs;
        var answer = await prove();
        return await SettleAsync(caller, answer.Error, ct) is { } ended ? ended : answer;
    }

    /// <summary>What a session goes on with under a new secret: the attempt that brought that about was right.</summary>
    internal static long[]? HandOn(Session session) => session.WrongProofs is { Length: > 1 } noted ? noted[..^1] : null;

    private async Task<bool> CountAsync(Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await FindAsync(db, caller, ct) is not { } session) return true; // The gate says that it has ended.
        var recent = Recent(session);
        if (recent.Length >= Most) return false;
        session.WrongProofs = [.. recent, clock.GetUtcNow().ToUnixTimeSeconds()];
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<Error?> SettleAsync(Caller caller, Error? answer, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await FindAsync(db, caller, ct) is not { } session) return null;
        var isSpent = answer is { IsWrongProof: true } && Recent(session).Length >= Most;
        if (isSpent) await EndAsync(db, session, caller.Client, ct);
        else if (answer is not { IsWrongProof: true }) session.WrongProofs = HandOn(session);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return isSpent ? SessionErrors.TooManyWrongProofs : null;
    }

    private async Task EndAsync(IamDbContext db, Session session, ClientInfo client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        session.EndedAt = now;
        var user = await db.Users.SingleAsync(u => u.Id == session.UserId, ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == session.AccountId, ct);
        audit.Write(
            db, "SessionEnded", AuditActor.Of(user.IsRoot, user.Id, user.Name, session.Id, session.IsMfa), client, session.AccountId,
            "TooManyWrongProofs", user.ArnIn(account),
            details: new { userName = user.Name, startedAt = session.CreatedAt, address = session.Address });
        db.Tell(user, now, "A session of yours was ended: ten wrong passwords, MFA codes or keys were entered in it within an hour.", client);
    }

    private long[] Recent(Session session)
    {
        var now = clock.GetUtcNow();
        var (since, future) = ((now - Window).ToUnixTimeSeconds(), (now + RecentTimes.Skew).ToUnixTimeSeconds());
        return [.. (session.WrongProofs ?? []).Where(at => at > since && at <= future)];
    }

    private static async Task<Session?> FindAsync(IamDbContext db, Caller caller, CancellationToken ct)
    {
        var holder = await db.Sessions.Where(s => s.Id == caller.SessionId).Select(s => s.UserId).SingleOrDefaultAsync(ct);
        if (holder is null) return null;
        await db.LockUsersAsync([holder], ct);
        return await db.Sessions.SingleOrDefaultAsync(s => s.Id == caller.SessionId && s.EndedAt == null, ct);
    }
}
