using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IamConsole.Web.Settings;

/// <summary>The proxies whose word about the visitor is believed: addresses and networks.</summary>
/// <param name="Addresses">Single machines.</param>
/// <param name="Networks">Networks, such as a container host's.</param>
public sealed record KnownProxies(IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPNetwork> Networks)
{
    private const string Setting = "Proxy:KnownAddresses";

    /// <summary>Whether there are any.</summary>
    public bool Any => Addresses.Count + Networks.Count > 0;

    /// <summary>Reads entries as a person writes them: in a list or in one line, with a mask or without.</summary>
    public static KnownProxies Parse(IEnumerable<string?> entries, ICollection<string> faults)
    {
        var (addresses, networks) = (new List<IPAddress>(), new List<IPNetwork>());
        foreach (var entry in entries.SelectMany(e => (e ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var parts = entry.Split('/');
            if (Address(parts[0]) is not { } address || parts.Length > 2)
                faults.Add($"{Setting}: {Shown(entry)} is no address of a proxy. Write it as 172.18.0.5 or, for a network, as 172.18.0.0/16.");
            else if (parts.Length is 1) addresses.Add(address);
            else if (Network(address, parts[1]) is { } network) networks.Add(network);
            else faults.Add($"{Setting}: {Shown(entry)} has no mask that could be meant. A mask of 0 would let anybody claim any address.");
        }

        return new KnownProxies(addresses, networks);
    }

    // What the platform takes besides is no address to a person: 10.1 (10.0.0.1) and 010.0.0.1 (8.0.0.1).
    private static IPAddress? Address(string text)
    {
        if (!IPAddress.TryParse(text.Trim('[', ']'), out var address)) return null;
        if (address.AddressFamily is AddressFamily.InterNetwork) return address.ToString() == text ? address : null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    // 172.18.0.1/16 is written for its network; the platform wants the bits behind the mask to be zero.
    private static IPNetwork? Network(IPAddress address, string mask)
    {
        var bytes = address.GetAddressBytes();
        if (!int.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits is 0 || bits > bytes.Length * 8) return null;
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(bits - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - kept));
        }

        return new IPNetwork(new IPAddress(bytes), bits);
    }

    private static string Shown(string entry) => entry.Length > 60 ? entry[..60] + "…" : entry;
}
