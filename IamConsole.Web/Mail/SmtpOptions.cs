using System.Net;
using MimeKit;

namespace IamConsole.Web.Mail;

/// <summary>The mail server through which users are told. Without a host the notices wait in the outbox.</summary>
public sealed class SmtpOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Smtp";

    private const int ImplicitPort = 465;

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

    /// <summary>As chosen, or as port and host allow: 465 speaks TLS from the first byte (RFC 8314, 7.3).</summary>
    public SmtpTls Protection => Tls ?? (Port is ImplicitPort ? SmtpTls.Implicit : IsLoopback ? SmtpTls.None : SmtpTls.StartTls);

    /// <summary>The port.</summary>
    public int ConnectTo => Port ?? (Protection is SmtpTls.Implicit ? ImplicitPort : 587);

    private bool IsLoopback => Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>What is wrong with these settings, a sentence each for the operator.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsConfigured) yield break;
        if (Uri.CheckHostName(Host!.Trim('[', ']')) is UriHostNameType.Unknown)
            yield return "Smtp:Host is the name or address of the mail server alone, without smtp:// and port; the port is Smtp:Port.";
        if (!MailboxAddress.TryParse(From, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal)) yield return "Smtp:From must be an e-mail address when Smtp:Host is set.";
        if (Port is < 1 or > 65535) yield return "Smtp:Port is 1 to 65535.";
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password)) yield return "Smtp:User and Smtp:Password belong together.";
        if (!string.IsNullOrEmpty(Password) && Protection is SmtpTls.None && !IsLoopback)
            yield return "Smtp:Password is not sent without TLS. Remove Smtp:Tls=None or the password.";
        if (!string.IsNullOrEmpty(CertificateAuthority) && OwnAuthority.Fault(CertificateAuthority) is { } fault)
            yield return $"Smtp:CertificateAuthority {fault}.";
    }
}
