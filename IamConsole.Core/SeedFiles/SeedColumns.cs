namespace IamConsole.Core.SeedFiles;

/// <summary>What people and vendors call the columns. Compared by letters and digits alone, in any case.</summary>
public static class SeedColumns
{
    // Gathered from layouts of Microsoft (the former "timeinterval" too), Deepnet, Token2, Feitian, Yubico, Okta and privacyIDEA.
    private static readonly (SeedColumn Column, string Name, string[] Others)[] Names =
    [
        (SeedColumn.SerialNumber, "serial number", ["serial", "serial no", "serial nr", "token serial", "token serial number", "hardware serial number", "device serial number", "sn"]),
        (SeedColumn.SecretKey, "secret key", ["secret", "seed", "key", "shared secret", "token secret", "otp key", "token seed"]),
        (SeedColumn.SecretKeyHex, "secret key (hex)", ["secret (hex)", "seed (hex)", "key (hex)", "hex secret", "hex seed", "hex key", "hex secret key", "secret key hexadecimal", "hex"]),
        (SeedColumn.SecretKeyBase32, "secret key (base32)", ["secret (base32)", "seed (base32)", "key (base32)", "base32 secret", "base32 seed", "base32 key", "base32 secret key", "base32"]),
        (SeedColumn.TimeInterval, "time interval", ["interval", "time step", "step", "period", "time period", "interval (seconds)", "time interval (seconds)", "period (seconds)", "otp interval", "totp interval", "otp period", "totp period"]),
        (SeedColumn.Manufacturer, "manufacturer", ["vendor", "maker", "manufacturer name", "brand"]),
        (SeedColumn.Model, "model", ["token model", "model name", "product", "product name"]),
        (SeedColumn.Type, "type", ["token type", "otp type", "oath type"]),
        (SeedColumn.Algorithm, "algorithm", ["hash", "hash function", "hash algorithm", "hmac", "hmac algorithm", "otp algorithm", "totp algorithm", "crypto"]),
        (SeedColumn.Digits, "digits", ["otp length", "otp digits", "code length", "code digits", "number of digits", "totp digits", "password length"]),
        (SeedColumn.Partition, "partition", []),
        (SeedColumn.ExpiresOn, "expires on", ["expires", "expiry", "expiry date", "expiration", "expiration date", "valid until", "valid to"]),
        (SeedColumn.Form, "form", ["form factor"]),
        (SeedColumn.Upn, "upn", ["user principal name", "username", "user"]),
    ];

    private static readonly Dictionary<string, SeedColumn> Known = Names
        .SelectMany(n => n.Others.Prepend(n.Name).Select(name => (Name: Normalize(name), n.Column)))
        .ToDictionary(n => n.Name, n => n.Column, StringComparer.Ordinal);

    /// <summary>The name that README and messages use.</summary>
    public static string Name(SeedColumn column) => Array.Find(Names, n => n.Column == column).Name;

    /// <summary>The column of that name or of one of its other names, or null.</summary>
    public static SeedColumn? Find(string name) => Known.TryGetValue(Normalize(name), out var column) ? column : null;

    /// <summary>The form in which names are compared.</summary>
    internal static string Normalize(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
