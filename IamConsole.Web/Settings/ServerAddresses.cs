using System.Globalization;

namespace IamConsole.Web.Settings;

/// <summary>Where the server listens: what Kestrel would refuse later, said before anything is touched.</summary>
internal static class ServerAddresses
{
    /// <summary>What is wrong with <c>urls</c>, one sentence for each address.</summary>
    public static IEnumerable<string> Faults(string? urls) =>
        (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fault).OfType<string>();

    private static string? Fault(string url)
    {
        const string example = "for example --urls http://localhost:5080";
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"--urls: {url} is no address to listen at, {example}.";
        }

        if (!address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            return $"--urls: {url} begins with neither http:// nor https://, {example}.";
        if (address.IsUnixPipe) return null;
        return address.PathBase.Length > 0 ? $"--urls: {url} has a path; the server listens at host and port alone, {example}."
            : address.Host.Length is 0 || address.Host.Any(char.IsWhiteSpace) ? $"--urls: {url} has no host, {example}."
            : address.Port is < 0 or > 65535 || LostPort(url, address) ? $"--urls: {url} has no port from 1 to 65535, {example}."
            : null;
    }

    // "http://localhost:abc" is read as a host with that name and port 80.
    private static bool LostPort(string url, BindingAddress address)
    {
        var authority = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        var colon = authority.LastIndexOf(':');
        return colon > authority.LastIndexOf(']') && authority[(colon + 1)..] != address.Port.ToString(CultureInfo.InvariantCulture);
    }
}
