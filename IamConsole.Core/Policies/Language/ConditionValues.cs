using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace IamConsole.Core.Policies.Language;

/// <summary>Numbers, dates and addresses as policies write them.</summary>
internal static partial class ConditionValues
{
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>
    /// W3C's profile of ISO 8601 (a year, a month, a day, a minute, a second, parts of it; with an offset or Z), or seconds
    /// since 1970. Four digits are a year.
    /// </summary>
    public static bool TryDate(string text, out DateTimeOffset date)
    {
        if (text.Length > 4 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            date = default;
            if (seconds > 253_402_300_799) return false;
            date = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            BeyondTicks().Replace(text, "$1"),
            ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
    }

    public static bool TryBinary(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var well = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return well;
    }

    public static bool AreSameBytes(string a, string b) =>
        TryBinary(a, out var left) && TryBinary(b, out var right) && left.AsSpan().SequenceEqual(right);

    /// <summary>
    /// Four decimal parts without leading zeros, which some would read as octal, or IPv6 (RFC 4291). An IPv4 address that
    /// is mapped into IPv6 is the IPv4 address.
    /// </summary>
    public static bool TryAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (!Address().IsMatch(text) || !IPAddress.TryParse(text, out address)) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return true;
    }

    /// <summary>
    /// CIDR (RFC 4632): an address and the length of its prefix; a single address is a range of one. A range with bits behind
    /// its prefix means the range they lie in, as the original takes it.
    /// </summary>
    public static bool TryRange(string text, out IPNetwork range)
    {
        range = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var plain = slash < 0 ? text : text[..slash];
        if (!TryAddress(plain, out var start)) return false;
        var bits = start.GetAddressBytes().Length * 8;
        var length = bits;
        if (slash >= 0)
        {
            var prefix = text[(slash + 1)..];
            if (!PrefixLength().IsMatch(prefix)) return false;
            length = int.Parse(prefix, CultureInfo.InvariantCulture);

            // ::ffff:203.0.113.0/120 is 203.0.113.0/24; a shorter prefix than 96 is no range of IPv4.
            if (bits == 32 && plain.Contains(':', StringComparison.Ordinal))
            {
                if (length < 96) (start, bits) = (IPAddress.Parse(plain), 128);
                else length -= 96;
            }
        }

        if (length > bits) return false;
        range = new IPNetwork(Masked(start, length), length);
        return true;
    }

    /// <summary>Whether the client's address lies in the range; an interface behind it does not count.</summary>
    public static bool IsInRange(string address, string range) =>
        TryAddress(address.Split('%')[0], out var found) && TryRange(range, out var network) && network.Contains(found);

    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(length - 8 * i, 0, 8);
            bytes[i] &= (byte)(0xFF00 >> kept);
        }

        return new IPAddress(bytes);
    }

    [GeneratedRegex(@"(\.[0-9]{7})[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex BeyondTicks();

    [GeneratedRegex(
        @"\A(?:[0-9A-Fa-f:]*:(?:[0-9A-Fa-f]{0,4}|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\z)|\z)){4})|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\z)|\z)){4})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A(0|[1-9][0-9]{0,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixLength();
}
