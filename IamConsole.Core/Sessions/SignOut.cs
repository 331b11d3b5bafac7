using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Sessions;

/// <summary>Ends a session everywhere at once: the row is the truth, a copied cookie is worth nothing afterwards.</summary>
public sealed class SignOut(IDbContextFactory<IamDbContext> databases, TimeProvider clock, AuditTrailWriter audit)
{
    /// <summary>Ends the session of this cookie, if it lives.</summary>
    public async Task RunAsync(string? token, ClientInfo client, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return;
        var id = SecretToken.Hash(token);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await db.Sessions.Where(s => s.Id == id).Select(s => s.UserId).SingleOrDefaultAsync(ct) is not { } holder) return;
        await db.LockUsersAsync([holder], ct);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null, ct);
        if (session is null) return;
        session.EndedAt = clock.GetUtcNow();
        var user = await db.Users.SingleAsync(u => u.Id == session.UserId, ct);
        audit.Write(db, "SignOut", AuditActor.Of(user.IsRoot, user.Id, user.Name, session.Id, session.IsMfa), client, user.AccountId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
