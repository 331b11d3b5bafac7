using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Notices;

/// <summary>"Retry": sends a failed notice again, to the address that its user has by now.</summary>
public sealed class RetryMail(Gate gate, TimeProvider clock)
{
    private const string Event = "RetryNotice";

    /// <summary>Puts the mail back into the queue. The notice of a changed address goes to the old one again.</summary>
    public async Task<Result> RunAsync(Caller caller, string mailId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.RetryNotice, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (db, account) = (operation.Db, operation.Account.Id);
        var mail = await db.OutgoingMails.SingleOrDefaultAsync(
            m => m.Id == mailId && m.AccountId == account && (m.State == MailState.Failed || m.State == MailState.NoAddress), ct);
        if (mail is null) return await operation.RefuseAsync(Event, NoticeErrors.NothingToRetry);
        var recipient = mail.Kind is NoticeKind.AddressChange ? mail.Recipient
            : await db.Users.Where(u => u.Id == mail.UserId && u.AccountId == account).Select(u => u.Email).SingleOrDefaultAsync(ct);
        if (recipient is null) return await operation.RefuseAsync(Event, NoticeErrors.NoAddress);
        operation.Audit(Event, details: new { notice = mail.Id, userName = mail.UserName, before = mail.Recipient, after = recipient });
        (mail.Recipient, mail.State, mail.Attempts, mail.DueAt) = (recipient, MailState.Waiting, 0, clock.GetUtcNow());
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
