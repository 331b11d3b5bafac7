using System.Net;
using MimeKit;

namespace IamConsole.Web.Mail;

/// <summary>The mail server through which users are told. Without a host the notices wait in the outbox.</summary>
public sealed class SmtpOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Smtp";

    /// <summary>Name or address of the server, or null.</summary>
    public string? Host { get; set; }

    /// <summary>587 unless chosen, 465 for implicit TLS.</summary>
    public int? Port { get; set; }

    /// <summary>Sign-in name, or null for a server that asks none.</summary>
    public string? User { get; set; }

    /// <summary>Password of <see cref="User"/>.</summary>
    public string? Password { get; set; }

    /// <summary>The sender, e.g. <c>IAM Console &lt;iam@example.com&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>STARTTLS unless chosen; none for a server on this machine.</summary>
    public SmtpTls? Tls { get; set; }

    /// <summary>
    /// A PEM file of the authority that signed the mail server's certificate, where this machine does not know it; null trusts
    /// whom the machine trusts. Needed for a company's own authority in a container, where nothing can be installed.
    /// </summary>
    public string? CertificateAuthority { get; set; }

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    /// <summary>As chosen, or as the host allows.</summary>
    public SmtpTls Protection => Tls ?? (IsLoopback ? SmtpTls.None : SmtpTls.StartTls);

    /// <summary>The port.</summary>
    public int ConnectTo => Port ?? (Protection is SmtpTls.Implicit ? 465 : 587);

    private bool IsLoopback => Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>What is wrong with these settings, in a sentence for the operator, or null.</summary>
    public string? Fault() =>
        !IsConfigured ? null
        : !MailboxAddress.TryParse(From, out _) ? "Smtp:From must be an e-mail address when Smtp:Host is set."
        : Port is < 1 or > 65535 ? "Smtp:Port is 1 to 65535."
        : string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password) ? "Smtp:User and Smtp:Password belong together."
        : !string.IsNullOrEmpty(Password) && Protection is SmtpTls.None && !IsLoopback ? "Smtp:Password is not sent without TLS. Remove Smtp:Tls=None or the password."
        : !string.IsNullOrEmpty(CertificateAuthority) && !File.Exists(CertificateAuthority) ? "Smtp:CertificateAuthority names no file."
        : null;
}
