using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>
/// Times from which something is counted: of the future, they would keep a password from growing old, a user from having to
/// register MFA, a notice of wrong codes from being written, keys from being judged, until that time has come.
/// </summary>
internal static class FutureDates
{
    /// <summary>Each becomes <paramref name="now"/>; throttles are forgotten.</summary>
    public static async Task EndAsync(IamDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        await db.PasswordFailures.ExecuteDeleteAsync(ct);
        await db.Users.Where(u => u.CreatedAt > now).ExecuteUpdateAsync(s => s.SetProperty(u => u.CreatedAt, now), ct);
        await db.Users.Where(u => u.PasswordChangedAt > now).ExecuteUpdateAsync(s => s.SetProperty(u => u.PasswordChangedAt, now), ct);
        await db.Accounts.Where(a => a.MfaPolicy.RequiredSince > now)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.MfaPolicy.RequiredSince, now), ct);
        await db.Jobs.Where(j => j.LeaseUntil > now).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeaseUntil, now), ct);
        await db.Jobs.Where(j => j.NotBefore > now).ExecuteUpdateAsync(s => s.SetProperty(j => j.NotBefore, now), ct);
        await db.Consignments.Where(c => c.ReadUntil > now).ExecuteUpdateAsync(s => s.SetProperty(c => c.ReadUntil, now), ct);
        await db.OutgoingMails.Where(m => m.State == MailState.Waiting && m.DueAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now), ct);
        await db.Notices.Where(n => n.At > now).ExecuteUpdateAsync(s => s.SetProperty(n => n.At, now), ct);
        await db.Reports.Where(r => r.CompletedAt > now).ExecuteUpdateAsync(s => s.SetProperty(r => r.CompletedAt, now), ct);
        await db.LoadedMetadata.Where(m => m.JudgedAt > now).ExecuteUpdateAsync(s => s.SetProperty(m => m.JudgedAt, (DateTimeOffset?)null), ct);
    }
}
