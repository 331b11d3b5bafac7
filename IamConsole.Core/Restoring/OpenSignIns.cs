using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>Who is signed in, or about to be.</summary>
internal static class OpenSignIns
{
    /// <summary>Ends all sessions and sign-ins under way, and forgets what browsers were asked to sign.</summary>
    /// <returns>How many were ended.</returns>
    public static async Task<int> EndAsync(IamDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var sessions = await db.Sessions.Where(s => s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        var pending = await db.PendingSignIns.Where(p => p.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.EndedAt, now), ct);
        await db.PasskeyCeremonies.ExecuteDeleteAsync(ct);
        return sessions + pending;
    }
}
