using IamConsole.Core.Notices;
using IamConsole.Web.Controls;
using MimeKit;
using MimeKit.Text;

namespace IamConsole.Web.Mail;

/// <summary>
/// A notice as a mail. Plain text without links: a mail that asks to click is what the user should learn to distrust.
/// Headers are made from the library's types only.
/// </summary>
internal static class NoticeMessage
{
    public static MimeMessage Of(DueMail mail, MailboxAddress from, DateTimeOffset now)
    {
        var message = new MimeMessage { Date = now, Subject = $"Security notice for {mail.UserName} in account {mail.AccountLabel}" };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(mail.UserName, mail.Recipient));

        // The same at each attempt: a mailbox that gets it twice can tell.
        message.MessageId = $"{mail.Id}@{from.Domain}";
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart(TextFormat.Plain)
        {
            Text = $"""
                {mail.Text}

                User: {mail.UserName}
                Account: {mail.AccountLabel}
                When: {Moments.Exact(mail.At)}
                From address: {mail.ClientAddress ?? "not known"}

                If you or somebody you asked did this, there is nothing to do.
                If not, open the console yourself, change your password, check your MFA devices and tell an administrator of the account.
                """,
        };
        return message;
    }
}
