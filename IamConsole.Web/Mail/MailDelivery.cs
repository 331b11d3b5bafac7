using System.Net.Sockets;
using IamConsole.Core.Notices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace IamConsole.Web.Mail;

/// <summary>Sends what is due over one connection: claim, send, settle, one mail after the other.</summary>
public sealed class MailDelivery(
    ClaimMail claim, SettleMail settle, IOptions<SmtpOptions> options, TimeProvider clock, ILogger<MailDelivery> log)
{
    // Well within the hold on a claimed mail, or two servers would send it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Sends until nothing is due or the server does not answer; what is left comes with the next round.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var smtp = options.Value;
        if (!smtp.IsConfigured) return;
        using var client = new SmtpClient();
        while (await claim.RunAsync(ct) is { } mail)
        {
            var outcome = await TrySendAsync(client, smtp, mail, ct);
            await settle.RunAsync(mail, outcome, CancellationToken.None);
            if (outcome.Failure is { } failure) log.MailNotTaken(mail.Id, mail.Attempt, failure);
            if (!client.IsConnected) break;
        }

        if (client.IsConnected) await client.DisconnectAsync(quit: true, CancellationToken.None);
    }

    private async Task<MailOutcome> TrySendAsync(SmtpClient client, SmtpOptions smtp, DueMail mail, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            if (!client.IsConnected) await ConnectAsync(client, smtp, either.Token);
            await client.SendAsync(NoticeMessage.Of(mail, MailboxAddress.Parse(smtp.From!), clock.GetUtcNow()), either.Token);
            return MailOutcome.Sent;
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            // The connection is good; 5xx is this mail's fault and for good (RFC 5321, 4.2.1).
            return new MailOutcome(refused.Message, IsFinal: (int)refused.StatusCode >= 500);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return await FailAsync(client, "The mail server did not answer in time.");
        }
        catch (Exception error) when (error is ProtocolException or CommandException or AuthenticationException or SslHandshakeException
                                          or NotSupportedException or SocketException or IOException)
        {
            return await FailAsync(client, error is SslHandshakeException ? "The mail server's certificate is not trusted, or TLS failed." : error.Message);
        }
    }

    private static async Task ConnectAsync(SmtpClient client, SmtpOptions smtp, CancellationToken ct)
    {
        var protection = smtp.Protection switch
        {
            SmtpTls.StartTls => SecureSocketOptions.StartTls,
            SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTls.None => SecureSocketOptions.None,
        };
        if (!string.IsNullOrEmpty(smtp.CertificateAuthority)) client.ServerCertificateValidationCallback = OwnAuthority.Trusting(smtp.CertificateAuthority);
        await client.ConnectAsync(smtp.Host!, smtp.ConnectTo, protection, ct);
        if (!string.IsNullOrEmpty(smtp.User)) await client.AuthenticateAsync(smtp.User, smtp.Password!, ct);
    }

    private static async Task<MailOutcome> FailAsync(SmtpClient client, string reason)
    {
        if (client.IsConnected) await client.DisconnectAsync(quit: false, CancellationToken.None);
        return new MailOutcome(reason);
    }
}
