using System.Globalization;

namespace IamConsole.Core.KeyProgram;

/// <summary>How people write an order's number: "SK-2026-0031", with the year in which it was placed (UTC).</summary>
public static class KeyOrderNumber
{
    /// <summary>The number with its year.</summary>
    public static string Write(long number, DateTimeOffset placedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"SK-{placedAt.UtcDateTime.Year:0000}-{number:0000}");

    /// <summary>Reads "31" or "SK-2026-0031"; null for anything else. The year is not compared with the order's.</summary>
    public static long? Read(string? text)
    {
        var parts = (text ?? "").Trim().Split('-');
        var digits = parts switch
        {
            [var alone] => alone,
            [var prefix, { Length: 4 } year, var number] when prefix.Equals("SK", StringComparison.OrdinalIgnoreCase) && year.All(char.IsAsciiDigit) => number,
            _ => "",
        };
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
    }
}
