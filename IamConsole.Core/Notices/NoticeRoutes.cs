using Microsoft.Extensions.Options;

namespace IamConsole.Core.Notices;

/// <summary>How a notice reaches somebody, as far as that is known: a mail is queued, not yet sent or read.</summary>
public sealed class NoticeRoutes(IOptions<NoticeOptions> options)
{
    /// <summary>Whether a mail server is set up.</summary>
    public bool SendsMail => options.Value.SendsMail;

    /// <summary>Whether a mail goes to this address; otherwise the notice is seen at the next sign-in alone.</summary>
    public bool SendsTo(string? address) => SendsMail && address is not null;

    /// <summary>The way in a sentence: the address's domain, or why there is no mail.</summary>
    public string Describe(string? address) =>
        !SendsMail ? "Only on the screen at the next sign-in: this console has no mail server."
        : address is null ? "Only on the screen at the next sign-in: the user has no e-mail address for notices."
        : $"A mail to {address[(address.LastIndexOf('@') + 1)..]} is queued; also on the screen at the next sign-in.";
}
