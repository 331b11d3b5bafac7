using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// Tells of a right password followed by wrong codes (ASVS 6.3.5): once for each user and hour, however many codes and
/// sign-ins. Its mail goes out when the sign-in can no longer succeed; who mistyped once or twice and then succeeded gets none.
/// </summary>
internal static class WrongCodesNotice
{
    /// <summary>From so many wrong codes on the notice stays even if a right one follows: it may have been guessed.</summary>
    public const int TooManyForSlips = 3;

    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    public static async Task WriteAsync(IamDbContext db, LivePending live, DateTimeOffset now, ClientInfo client, CancellationToken ct)
    {
        var (user, pending, since) = (live.User, live.Pending, now - Quiet);
        var told = await db.Notices
            .Where(n => n.UserId == user.Id && n.Kind == NoticeKind.WrongCodes && n.At > since)
            .OrderByDescending(n => n.At).FirstOrDefaultAsync(ct);

        // A second sign-in shares the notice: from now on no success of one of them takes it back.
        if (told is not null && told.SignInId != pending.Id) told.SignInId = null;
        if (told is null)
            db.Tell(user, now, "A sign-in with your right password was followed by a wrong MFA code or key.", client,
                NoticeKind.WrongCodes, pending.Id, pending.ExpiresAt);
    }

    public static async Task WithdrawAsync(IamDbContext db, LivePending live, CancellationToken ct)
    {
        if (live.Pending.WrongCodes is 0 or >= TooManyForSlips) return;
        var id = live.Pending.Id;
        var notices = db.Notices.Where(n => n.UserId == live.User.Id && n.SignInId == id);
        await db.OutgoingMails.Where(m => m.State != MailState.Sent && notices.Any(n => n.Id == m.Id)).ExecuteDeleteAsync(ct);
        await notices.ExecuteDeleteAsync(ct);
    }
}
