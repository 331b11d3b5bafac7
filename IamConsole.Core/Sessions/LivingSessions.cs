using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Sessions;

internal static class LivingSessions
{
    /// <summary>The living sessions of the operation's target, the latest activity first.</summary>
    public static async Task<List<Session>> OfTargetAsync(Operation operation, DateTimeOffset now, CancellationToken ct)
    {
        var target = operation.Target;
        var sessions = await operation.Db.Sessions
            .Where(s => s.UserId == target.Id && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastActivityAt).ToListAsync(ct);
        return [.. sessions.Where(s => SessionLimits.IsAlive(s, target, operation.Account, now))];
    }
}
