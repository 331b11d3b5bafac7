using System.Globalization;
using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles;

/// <summary>What every form demands of serial numbers, seeds and parameters.</summary>
internal static class SeedRules
{
    // RFC 4226, section 4, R6: at least 128 bits.
    public const int ShortestSeed = 16;
    public const int LongestSeed = 128;

    private const int LongestText = 256;

    // Base32 of 16 bytes; base64 of 16 bytes without padding.
    private const int ShortestBase32 = 26;
    private const int ShortestBase64 = 22;

    public static bool IsSerial(string text) =>
        text.Length is >= 1 and <= 256 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_+=/:,.@-".Contains(c));

    /// <summary>
    /// Columns that changed places, or a delimiter that became a letter, put a seed where the serial number is expected:
    /// whole or as a part of it. Then none is shown.
    /// </summary>
    public static bool CouldBeSeed(string text)
    {
        if (text.Length < ShortestBase64) return false;
        var (hex, base32, base64, upper, lower) = (0, 0, 0, false, false);
        foreach (var c in text)
        {
            hex = char.IsAsciiHexDigit(c) ? hex + 1 : 0;
            base32 = char.IsAsciiLetter(c) || c is >= '2' and <= '7' ? base32 + 1 : 0;
            base64 = char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' ? base64 + 1 : 0;
            upper = base64 > 0 && (upper || char.IsAsciiLetterUpper(c));
            lower = base64 > 0 && (lower || char.IsAsciiLetterLower(c));
            if (hex >= 2 * ShortestSeed || base32 >= ShortestBase32 || base64 >= ShortestBase64 && upper && lower) return true;
        }

        return false;
    }

    public static string? Presentable(string? serial) => serial is not null && IsSerial(serial) && !CouldBeSeed(serial) ? serial : null;

    public static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>2.60012E+12: what a spreadsheet makes of a long number.</summary>
    public static bool IsRounded(string text)
    {
        var plus = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return plus > 0 && plus + 2 < text.Length && text[(plus + 2)..].All(char.IsAsciiDigit)
            && char.IsAsciiDigit(text[0]) && text[..plus].All(c => char.IsAsciiDigit(c) || c is '.' or ',');
    }

    public static SeedRowFault? CheckSerial(string? serial) =>
        serial is null or "" ? RowFaults.NoSerial
        : IsRounded(serial) ? RowFaults.RoundedSerial
        : !IsSerial(serial) ? RowFaults.BadSerial
        : CouldBeSeed(serial) ? RowFaults.SerialCouldBeSeed : null;

    public static SeedRowFault? CheckSeed(int length) => length switch
    {
        0 => RowFaults.NoSeed,
        < ShortestSeed => RowFaults.SeedTooShort,
        > LongestSeed => RowFaults.SeedTooLong,
        _ => null,
    };

    public static bool IsText(string? text) => text is null || text.Length <= LongestText && !text.Any(char.IsControl);

    /// <summary>SHA1, SHA-1, HmacSHA1, HMAC-SHA-1 …; null where it is none of ours.</summary>
    public static TotpAlgorithm? Algorithm(string text) =>
        text.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "SHA1" or "HMACSHA1" => TotpAlgorithm.Sha1,
            "SHA256" or "HMACSHA256" => TotpAlgorithm.Sha256,
            "SHA512" or "HMACSHA512" => TotpAlgorithm.Sha512,
            _ => null,
        };

    public static int? Digits(string? text) => text is "6" or "8" ? text[0] - '0' : null;

    public static int? Period(string? text) => text switch { "30" => 30, "60" => 60, _ => null };

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
