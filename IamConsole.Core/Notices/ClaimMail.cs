using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Notices;

/// <summary>Claims the next due mail, so that of several servers one sends it. No caller: a server asks at its own time.</summary>
public sealed class ClaimMail(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    // A server that dies while it sends leaves the mail to the others after this.
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(5);

    /// <summary>The longest due mail, or null when none is due.</summary>
    public async Task<DueMail?> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = db.OutgoingMails.Where(m => m.State == MailState.Waiting && m.DueAt <= now);
            var found = await due.AsNoTracking().OrderBy(m => m.DueAt)
                .Join(db.Accounts, m => m.AccountId, a => a.Id, (m, a) => new { Mail = m, Account = a }).FirstOrDefaultAsync(ct);
            if (found is null) return null;
            var (mail, until) = (found.Mail, now + Hold);
            await using var transaction = await db.BeginWriteAsync(ct);
            var claimed = await due.Where(m => m.Id == mail.Id && m.Attempts == mail.Attempts).ExecuteUpdateAsync(
                s => s.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.DueAt, until), ct);
            await transaction.CommitAsync(ct);
            if (claimed == 1)
                return new DueMail(
                    mail.Id, mail.Attempts + 1, mail.Recipient!, mail.UserName, found.Account.Label, mail.At, mail.Text, mail.ClientAddress);
        }
    }
}
