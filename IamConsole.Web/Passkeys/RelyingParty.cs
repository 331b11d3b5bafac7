using IamConsole.Core.WebAuthn;
using IamConsole.Web.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IamConsole.Web.Passkeys;

/// <summary>
/// The relying party: its id and the origins that may speak for it. From <c>PublicUrl</c>, else http://localhost with the
/// server's own ports; never from a request's Host header (security bar C80).
/// </summary>
public sealed class RelyingParty(ConsoleSettings settings, IServer server)
{
    /// <summary>The identity in WebAuthn's terms; its RP ID is a host name.</summary>
    public RelyingPartyIdentity Identity => new(settings.Public?.Host ?? "localhost", "IAM Console", IsOwnOrigin);

    /// <summary>Where people open the console.</summary>
    public string BaseUrl => settings.Public?.Origin ?? Local().FirstOrDefault() ?? "http://localhost";

    /// <summary>Whether client data may name this origin.</summary>
    private bool IsOwnOrigin(string origin) => settings.Public is { } address
        ? origin == address.Origin
        : Local().Contains(origin);

    private IEnumerable<string> Local() =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .Select(a => Uri.TryCreate(a.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri) ? uri : null)
        .OfType<Uri>()
        .Select(u => $"{u.Scheme}://localhost{(u.IsDefaultPort ? "" : ":" + u.Port)}");
}
