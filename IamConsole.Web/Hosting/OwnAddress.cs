using IamConsole.Web.Settings;

namespace IamConsole.Web.Hosting;

/// <summary>Which host and which origin are the console's own.</summary>
internal sealed class OwnAddress(ConsoleSettings settings)
{
    private const string SchemeBefore = "X-Original-Proto";

    /// <summary>Whether a request for this host is meant for the console: <c>PublicUrl</c>'s, and this machine where that is local.</summary>
    public bool Answers(HttpRequest request)
    {
        // As it was sent: the framework's own property has turned punycode into letters.
        var host = new HostString(request.Headers.Host.ToString()).Host;
        return settings.Public is { IsLocal: false } address ? host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) : PublicAddress.IsLocalName(host);
    }

    /// <summary>
    /// Whether a page of this origin may send to us. With <c>PublicUrl</c> that alone counts, whatever Host the proxy passes
    /// on; without it the host, which has been found to be this machine.
    /// </summary>
    public bool IsOwnOrigin(string origin, HttpRequest request) => origin == (settings.Public?.Origin ?? $"{request.Scheme}://{request.Host}");

    /// <summary>Puts the public address in the place of what the last proxy wrote, so that no link can be wrong.</summary>
    public void Straighten(HttpRequest request)
    {
        if (settings.Public is not { } address) return;
        request.Host = address.HostAndPort;

        // A known proxy that says "http" has seen a visitor without TLS: the sign-in page warns of that.
        if (!request.Headers.ContainsKey(SchemeBefore)) request.Scheme = address.Scheme;
    }
}
