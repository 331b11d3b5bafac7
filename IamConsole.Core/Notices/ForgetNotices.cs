using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Notices;

/// <summary>Forgets old mails and dismissed notices; the audit trail keeps what happened. No caller: a server's own work.</summary>
public sealed class ForgetNotices(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Deletes what is older than 90 days. A notice that its user has not dismissed stays.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - Kept;
        await databases.WriteAsync(
            db => db.OutgoingMails.Where(m => m.At < oldest).Take(Portions.Size).ExecuteDeleteAsync(ct), ct);
        await databases.WriteAsync(
            db => db.Notices.Where(n => n.At < oldest && n.SeenAt != null).Take(Portions.Size).ExecuteDeleteAsync(ct), ct);
    }
}
