using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Notices;

/// <summary>"Notices": what the account's users were told by mail, what waits and what failed.</summary>
public sealed class ListOutbox(Gate gate)
{
    private const int LargestPage = 100;

    /// <summary>The newest first, by key from page to page.</summary>
    public async Task<Result<OutboxPage>> RunAsync(Caller caller, OutboxQuery query, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListOutbox, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account.Id;
        var all = operation.Db.OutgoingMails.AsNoTracking().Where(m => m.AccountId == account);
        var waiting = await all.CountAsync(m => m.State == MailState.Waiting, ct);
        var mails = query.State is { } state ? all.Where(m => m.State == state) : all;
        if (query.After is var (at, id))
            mails = mails.Where(m => m.At < at || m.At == at && string.Compare(m.Id, id) < 0);
        var size = Math.Clamp(query.Size, 1, LargestPage);
        var rows = await mails.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(size + 1)
            .Select(m => new OutboxRow(
                m.Id, m.At, m.UserName, m.Text, m.Recipient, m.State, m.Attempts, m.DueAt, m.SentAt, m.Failure))
            .ToListAsync(ct);
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        return new OutboxPage(rows, waiting, more ? new OutboxCursor(rows[^1].At, rows[^1].Id) : null);
    }
}
