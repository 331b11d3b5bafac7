using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Restoring;

/// <summary>
/// After an older database has come back, and before anybody is let in: no code that was used meanwhile is good any more,
/// nobody is signed in, and the trail says so. One transaction: a start that is cut off does all of it again.
/// </summary>
public sealed class ResumeRestored(
    IDbContextFactory<IamDbContext> databases, AuditFiles files, AuditChain chain, AuditTrailWriter audit, TimeProvider clock,
    ILogger<ResumeRestored> log)
{
    // Any number that nothing else of this program locks: two servers that start at once do it one after the other.
    private const long Turn = 7_205_759_403_792_794;

    /// <summary>Does it where there is a sign of an older database, or where the operator says so.</summary>
    /// <param name="told">Whether the operator says so.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done; null when there was no need.</returns>
    /// <exception cref="AuditTrailException">The trail's end or its checkpoints cannot be read.</exception>
    public async Task<Resumption?> RunAsync(bool told, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", ct);
        var sign = await RestoreSign.FindAsync(db, files, chain, ct);
        if (sign is null && !told) return null;
        var done = await ResumeAsync(db, sign ?? new RestoreSign("operator"), ct);
        await CopyMark.ClearAsync(db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        File.Delete(files.CopyMark);
        log.Resumed(done.LastRow, done.LastEventAt, done.Sign);
        return done;
    }

    private async Task<Resumption> ResumeAsync(IamDbContext db, RestoreSign sign, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.At }).FirstOrDefaultAsync(ct);
        var devices = await UsedCodes.RuleOutAsync(db, now, ct);
        var sessions = await OpenSignIns.EndAsync(db, now, ct);
        var done = new Resumption(sign.Name, last?.Sequence ?? 0, last?.At, devices, sessions);
        var details = new
        {
            noticedBy = done.Sign,
            lastRow = done.LastRow,
            lastEventAt = done.LastEventAt,
            goneUpToRow = sign.Newest?.Sequence,
            goneSignedAt = sign.Newest?.Time,
            devices,
            sessions,
            check = "passwords changed, users, devices, keys and policies added or removed, tokens handed out, and mails sent since lastEventAt",
        };
        audit.Write(db, TrailEvents.Restored, AuditActor.Operator, ClientInfo.Operator, accountId: null, details: details);

        // The first is the installation's. An account sees rows of its own.
        foreach (var account in await db.Accounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct))
            audit.Write(db, TrailEvents.Restored, AuditActor.Operator, ClientInfo.Operator, account, details: details);
        await RestoreNotice.WriteAsync(db, done.LastEventAt, now, ct);
        return done;
    }
}
