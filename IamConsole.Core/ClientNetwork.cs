using System.Net;
using System.Net.Sockets;

namespace IamConsole.Core;

/// <summary>
/// Who is counted as one: an IPv4 address, of IPv6 the /64 that one customer has at the least. An IPv4 address in IPv6 clothes
/// (<c>::ffff:192.0.2.7</c>) is the IPv4 address.
/// </summary>
public static class ClientNetwork
{
    /// <summary>The address itself, without IPv6 clothes and without the zone of a link.</summary>
    public static IPAddress Normalize(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;
    }

    /// <summary>The network that counts as one client; what is no address as it is, and null for nobody.</summary>
    public static string? Of(string? address) => Prefix(address, v4Bits: 32, v6Bits: 64);

    /// <summary>
    /// Networks around the client that one attacker may hold as well, each with the weight that its other members' acts have:
    /// the /56 of a site whole, a quarter of a /48 and of an IPv4 /24, where strangers live too.
    /// </summary>
    internal static IEnumerable<(string Network, double Weight)> Around(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed)) yield break;
        if (Normalize(parsed).AddressFamily is AddressFamily.InterNetworkV6)
        {
            yield return (Prefix(address, 0, 56)!, 1);
            yield return (Prefix(address, 0, 48)!, 0.25);
        }
        else
        {
            yield return (Prefix(address, 24, 0)!, 0.25);
        }
    }

    private static string? Prefix(string? address, int v4Bits, int v6Bits)
    {
        if (!IPAddress.TryParse(address, out var parsed)) return address;
        var ip = Normalize(parsed);
        var bytes = ip.GetAddressBytes();
        var bits = bytes.Length == 4 ? v4Bits : v6Bits;
        bytes.AsSpan(bits / 8).Clear();
        return bits == bytes.Length * 8 ? ip.ToString() : $"{new IPAddress(bytes)}/{bits}";
    }
}
