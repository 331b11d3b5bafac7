using System.Globalization;
using IamConsole.Core.Totp;

namespace IamConsole.Core.HardwareTokens;

/// <summary>One row of a seed file: the record, or why not.</summary>
internal static class SeedRow
{
    public const string SerialColumn = "SERIAL NUMBER";
    public const string SecretColumn = "SECRET KEY";
    public const string HexSecretColumn = "SECRET KEY (HEX)";

    // RFC 4226, section 4, R6: at least 128 bits.
    private const int ShortestSeed = 16;
    private const int LongestSeed = 128;

    public static (SeedRecord? Record, string? Reason) Parse(int row, Func<string, string?> field)
    {
        var serial = field(SerialColumn) ?? "";
        if (!IsSerial(serial)) return (null, "A serial number has 1 to 256 letters, digits and the characters + = / : , . @ _ -");
        if (field("TYPE") is { Length: > 0 } type && !type.Equals("TOTP", StringComparison.OrdinalIgnoreCase))
            return (null, "Only TOTP tokens can be imported; HOTP and OCRA are not supported.");
        var (secret, badSeed) = Seed(field);
        if (secret is null) return (null, badSeed);
        var (profile, badProfile) = Profile(field);
        if (profile is null) return (null, badProfile);
        var partition = Empty(field("PARTITION"));
        if (partition is not null && !Accounts.Partition.All.Contains(partition)) return (null, "The partition must be aws or aws-us-gov.");
        DateOnly? expires = null;
        if (Empty(field("EXPIRES ON")) is { } date)
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return (null, "The expiry date must be written as 2030-12-31.");
            expires = day;
        }

        return (new SeedRecord(row, serial, secret, profile.Value, Empty(field("MANUFACTURER")), Empty(field("MODEL")), partition, expires), null);
    }

    public static bool IsSerial(string text) =>
        text.Length is >= 1 and <= 256 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_+=/:,.@-".Contains(c));

    public static bool CouldBeSeed(string text) =>
        TotpSecret.TryParseBase32(text, out var secret) && secret!.Bytes.Length >= ShortestSeed
        || text.Length >= 2 * ShortestSeed && text.All(char.IsAsciiHexDigit);

    private static (TotpSecret? Secret, string? Reason) Seed(Func<string, string?> field)
    {
        TotpSecret? secret;
        if (Empty(field(HexSecretColumn)) is { } hex)
        {
            if (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit)) return (null, "The secret key is not hexadecimal.");
            secret = TotpSecret.FromBytes(Convert.FromHexString(hex));
        }
        else if (Empty(field(SecretColumn)) is not { } base32)
        {
            return (null, "The secret key is missing.");
        }
        else if (!TotpSecret.TryParseBase32(base32, out secret))
        {
            return (null, "The secret key is not Base32 (letters A to Z and digits 2 to 7).");
        }

        return secret!.Bytes.Length switch
        {
            < ShortestSeed => (null, "The secret key is shorter than 128 bits (RFC 4226, R6)."),
            > LongestSeed => (null, "The secret key is longer than 1024 bits."),
            _ => (secret, null),
        };
    }

    private static (TotpProfile? Profile, string? Reason) Profile(Func<string, string?> field)
    {
        TotpAlgorithm? algorithm = (Empty(field("ALGORITHM")) ?? "SHA1").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "SHA1" or "HMACSHA1" => TotpAlgorithm.Sha1,
            "SHA256" or "HMACSHA256" => TotpAlgorithm.Sha256,
            "SHA512" or "HMACSHA512" => TotpAlgorithm.Sha512,
            _ => null,
        };
        if (algorithm is null) return (null, "The algorithm must be SHA1, SHA256 or SHA512.");
        var digits = Empty(field("DIGITS")) ?? "6";
        if (digits is not ("6" or "8")) return (null, "A code must have 6 or 8 digits.");
        var period = Empty(field("TIME INTERVAL")) ?? "30";
        if (period is not ("30" or "60")) return (null, "The time interval must be 30 or 60 seconds.");
        return (new TotpProfile(algorithm.Value, digits[0] - '0', period == "60" ? 60 : 30), null);
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
