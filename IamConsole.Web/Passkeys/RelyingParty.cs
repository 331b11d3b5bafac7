using IamConsole.Core.WebAuthn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IamConsole.Web.Passkeys;

/// <summary>
/// The relying party: its id and the origins that may speak for it. From <c>PublicUrl</c>, else http://localhost with the
/// server's own ports; never from a request's Host header (security bar C80).
/// </summary>
public sealed class RelyingParty(IConfiguration configuration, IServer server)
{
    private readonly Uri? _public = configuration["PublicUrl"] is { Length: > 0 } url ? new Uri(url) : null;

    /// <summary>The identity in WebAuthn's terms; its RP ID is a host name.</summary>
    public RelyingPartyIdentity Identity => new(_public?.Host ?? "localhost", "IAM Console", IsOwnOrigin);

    /// <summary>Where people open the console.</summary>
    public string BaseUrl => (_public?.GetLeftPart(UriPartial.Authority) ?? Local().FirstOrDefault() ?? "http://localhost").TrimEnd('/');

    /// <summary>Whether client data may name this origin.</summary>
    private bool IsOwnOrigin(string origin) => _public is null
        ? Local().Contains(origin)
        : origin == _public.GetLeftPart(UriPartial.Authority);

    private IEnumerable<string> Local() =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .Select(a => new Uri(a.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)))
        .Select(u => $"{u.Scheme}://localhost{(u.IsDefaultPort ? "" : ":" + u.Port)}");
}
