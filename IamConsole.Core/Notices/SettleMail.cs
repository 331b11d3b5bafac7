using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Notices;

/// <summary>Keeps what came of an attempt to send a mail.</summary>
public sealed class SettleMail(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    private const int LongestReason = 256;

    // Together a little less than a day; then an administrator must look.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(8),
    ];

    /// <summary>Sent; or failed, to be tried again later or no more.</summary>
    public async Task RunAsync(DueMail mail, MailOutcome outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var row = db.OutgoingMails.Where(m => m.Id == mail.Id);
        if (outcome.Failure is not { } failure)
        {
            await row.ExecuteUpdateAsync(
                s => s.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, now).SetProperty(m => m.Failure, (string?)null), ct);
        }
        else
        {
            // Another server may have taken over: its attempt counts, not this late answer.
            var reason = Clean(failure);
            var mine = row.Where(m => m.State == MailState.Waiting && m.Attempts == mail.Attempt);
            var isLast = outcome.IsFinal || mail.Attempt > Waits.Length;
            var due = isLast ? now : now + Waits[mail.Attempt - 1];
            await mine.ExecuteUpdateAsync(
                s => s.SetProperty(m => m.State, isLast ? MailState.Failed : MailState.Waiting)
                    .SetProperty(m => m.DueAt, due).SetProperty(m => m.Failure, reason), ct);
        }

        await transaction.CommitAsync(ct);
    }

    // A mail server's words are a stranger's text.
    private static string Clean(string text) =>
        string.Concat(text.Take(LongestReason).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
}
