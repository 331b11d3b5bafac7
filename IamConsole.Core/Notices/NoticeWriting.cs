using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;

namespace IamConsole.Core.Notices;

/// <summary>
/// The one way to tell a user (ASVS 6.3.5, 6.3.7): notice and mail are rows of the transaction that changes something,
/// so neither can be lost nor told of a change that was undone, and no change waits for a mail server.
/// </summary>
internal static class NoticeWriting
{
    /// <summary>Tells the user acted upon what was done to him.</summary>
    public static void Tell(this Operation operation, DateTimeOffset now, string text) =>
        operation.Db.Tell(operation.Target, now, text, operation.Client);

    /// <summary>Tells <paramref name="user"/>.</summary>
    /// <param name="db">The context of the change.</param>
    /// <param name="user">Whom.</param>
    /// <param name="now">When it happened.</param>
    /// <param name="text">What happened and by whom; no secret, no text that somebody may choose freely.</param>
    /// <param name="client">From where.</param>
    /// <param name="kind">See <see cref="NoticeKind"/>.</param>
    /// <param name="signInId">See <see cref="Notice.SignInId"/>.</param>
    /// <param name="dueAt">When the mail goes out, if not at once.</param>
    /// <param name="recipient">Where to, if not to the user's address of now.</param>
    public static void Tell(
        this IamDbContext db, IamUser user, DateTimeOffset now, string text, ClientInfo client,
        NoticeKind kind = NoticeKind.Change, string? signInId = null, DateTimeOffset? dueAt = null, string? recipient = null)
    {
        var id = RandomId.New();
        var to = recipient ?? user.Email;
        db.Notices.Add(new Notice
        {
            Id = id,
            UserId = user.Id,
            At = now,
            Text = text,
            Address = client.Address,
            Kind = kind,
            SignInId = signInId,
        });
        db.OutgoingMails.Add(new OutgoingMail
        {
            Id = id,
            AccountId = user.AccountId,
            UserId = user.Id,
            UserName = user.Name,
            At = now,
            Text = text,
            ClientAddress = client.Address,
            Kind = kind,
            Recipient = to,
            State = to is null ? MailState.NoAddress : MailState.Waiting,
            DueAt = dueAt ?? now,
        });
    }
}
