using IamConsole.Core.Totp;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>Seeds as text.</summary>
internal static class SeedText
{
    /// <summary>Hexadecimal, two digits a byte; null with the reason.</summary>
    public static byte[]? FromHex(string? text, out SeedRowFault? fault)
    {
        fault = text is null ? RowFaults.NoSeed
            : SeedRules.IsRounded(text) ? RowFaults.RoundedSeed
            : text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? null
            : TotpSecret.TryParseBase32(text, out _) ? RowFaults.HexExpected : RowFaults.NotHex;
        return fault is null ? Convert.FromHexString(text!) : null;
    }

    /// <summary>Whether both readings give a seed of a possible length: letters A to F and digits 2 to 7 alone.</summary>
    public static bool IsEither(string? text) =>
        text is not null && text.Length % 2 == 0 && text.Length / 2 is >= SeedRules.ShortestSeed and <= SeedRules.LongestSeed
        && text.All(char.IsAsciiHexDigit)
        && TotpSecret.TryParseBase32(text, out var secret) && SeedRules.CheckSeed(secret!.Bytes.Length) is null;

    /// <summary>Base32 (RFC 4648, section 6); null with the reason.</summary>
    public static byte[]? FromBase32(string? text, out SeedRowFault? fault)
    {
        fault = null;
        if (text is not null && TotpSecret.TryParseBase32(text, out var secret)) return secret!.Bytes.ToArray();
        fault = text is null ? RowFaults.NoSeed
            : SeedRules.IsRounded(text) ? RowFaults.RoundedSeed
            : text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) && text.Length >= 2 * SeedRules.ShortestSeed ? RowFaults.Base32Expected : RowFaults.NotBase32;
        return null;
    }
}
