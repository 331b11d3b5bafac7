using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Short-lived store of open WebAuthn authentications: one for each sign-in or session, taken once.</summary>
public sealed class PasskeyCeremonyStore(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>Keeps the terms for <paramref name="ownerId"/>, in place of older ones.</summary>
    public async Task PutAsync(string ownerId, string userId, string state, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.LockUsersAsync([userId], ct);

        // Of a user who was deleted this moment: his answer will find no ceremony, as a late one.
        if (!await db.Users.AnyAsync(u => u.Id == userId, ct)) return;
        await db.PasskeyCeremonies.Where(c => c.OwnerId == ownerId || c.ExpiresAt < now).ExecuteDeleteAsync(ct);
        db.PasskeyCeremonies.Add(new PasskeyCeremony { OwnerId = ownerId, UserId = userId, State = state, ExpiresAt = now + KeyLimits.Ceremony });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes the state; a second taker, a late one and one for another user get null.</summary>
    public async Task<string?> TakeAsync(string ownerId, string userId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var ceremony = await db.PasskeyCeremonies.AsNoTracking().SingleOrDefaultAsync(c => c.OwnerId == ownerId, ct);
        var taken = await db.PasskeyCeremonies.Where(c => c.OwnerId == ownerId).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return taken == 1 && ceremony is not null && ceremony.UserId == userId && clock.GetUtcNow() < ceremony.ExpiresAt
            ? ceremony.State
            : null;
    }
}
