using System.Globalization;
using System.Net;

namespace IamConsole.Core.Policies.Language;

/// <summary>Numbers, dates and addresses as policies write them.</summary>
internal static class ConditionValues
{
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>W3C's profile of ISO 8601 (a day, a minute, a second; with an offset or Z), or seconds since 1970.</summary>
    public static bool TryDate(string text, out DateTimeOffset date)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253_402_300_799)
        {
            date = DateTimeOffset.FromUnixTimeSeconds(seconds);
            return text.Length > 4;
        }

        return DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
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

    /// <summary>A single address is a range of one.</summary>
    public static bool TryRange(string text, out IPNetwork range)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            var single = IPAddress.TryParse(text, out var address);
            range = single ? new IPNetwork(address!, address!.GetAddressBytes().Length * 8) : default;
            return single;
        }

        // A range with bits behind its prefix means the range they lie in, as the original takes it.
        var parts = text.Split('/');
        range = default;
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out var start)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > start.GetAddressBytes().Length * 8) return false;
        range = new IPNetwork(Masked(start, length), length);
        return true;
    }

    public static bool IsInRange(string address, string range)
    {
        if (!IPAddress.TryParse(address, out var found) || !TryRange(range, out var network)) return false;
        if (found.IsIPv4MappedToIPv6) found = found.MapToIPv4();
        return network.Contains(found);
    }

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
}
