using System.Globalization;
using System.Net;

namespace IamConsole.Web.Settings;

/// <summary>The address that people open, as browsers write it: lower case, names in ASCII, no default port.</summary>
/// <param name="Scheme">http or https.</param>
/// <param name="Host">A name in ASCII (IDN as punycode), or an address; IPv6 in brackets.</param>
/// <param name="Port">The port, written out or not.</param>
public sealed record PublicAddress(string Scheme, string Host, int Port)
{
    private const string Setting = "PublicUrl";

    /// <summary>What browsers send as Origin, and what links begin with.</summary>
    public string Origin => $"{Scheme}://{HostAndPort}";

    /// <summary>What stands in Host.</summary>
    public HostString HostAndPort => IsDefaultPort ? new HostString(Host) : new HostString(Host, Port);

    /// <summary>Whether it leads to this machine alone, where browsers ask for no HTTPS.</summary>
    public bool IsLocal => IsLocalName(Host);

    /// <summary>Whether passkeys can be bound to it: a relying party has a name, not a number (WebAuthn, "RP ID").</summary>
    public bool IsName => !IPAddress.TryParse(Host.Trim('[', ']'), out _);

    private bool IsDefaultPort => Port == (Scheme == Uri.UriSchemeHttps ? 443 : 80);

    /// <summary>Whether a host, without port, is this machine.</summary>
    public static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>The address, or what is wrong with it, or neither where nothing is configured.</summary>
    public static (PublicAddress? Address, string? Fault) Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return default;
        text = text.Trim();
        if (!text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return (null, $"{Setting} begins with https://, for example https://console.example.");
        if (text.Any(IsCombining)) return (null, $"{Setting}: write the host's name in its ASCII form (xn--…).");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || text.Any(char.IsWhiteSpace)) return (null, $"{Setting} is no address that a browser can open.");
        return Fault(text, uri) is { } fault ? (null, fault)
            : AsciiHost(uri) is { Length: > 0 } host ? (new PublicAddress(uri.Scheme, host, uri.Port), null)
            : (null, $"{Setting} has no host name that a browser can open.");
    }

    private static string? Fault(string text, Uri uri) =>
        uri.UserInfo.Length > 0 || text.Contains('@', StringComparison.Ordinal) ? $"{Setting} has no user name and no password."
        : text.AsSpan().IndexOfAny('?', '#') >= 0 ? $"{Setting} ends with the host or the port: no question mark and no number sign."
        : uri.AbsolutePath.Length > 1 ? $"{Setting} has no path: the cookies of a sign-in need the path /. Give the console a host name of its own."
        : uri.Port is 0 ? $"{Setting} has the port that people open, 1 to 65535."
        : uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 && !IsEverywhere(uri) ? null
        : $"{Setting} has a host that people can open: a name, not * or 0.0.0.0.";

    private static bool IsEverywhere(Uri uri) =>
        IPAddress.TryParse(uri.DnsSafeHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    private static string AsciiHost(Uri uri)
    {
        if (uri.HostNameType is UriHostNameType.IPv6) return uri.Host;
        try
        {
            var name = uri.Host.TrimEnd('.').ToLowerInvariant();
            return name.All(char.IsAscii) ? name : new IdnMapping { UseStd3AsciiRules = true }.GetAscii(name);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    // Without the tables of Unicode (InvariantGlobalization) a letter and its accent are not put together to what DNS knows.
    private static bool IsCombining(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
