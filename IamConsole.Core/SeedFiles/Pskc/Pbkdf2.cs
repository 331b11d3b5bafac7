using System.Globalization;
using System.Security.Cryptography;
using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>
/// PBKDF2 (RFC 8018, section 5.2) as containers ask for it, in both spellings: <c>pkcs5:PBKDF2-params</c> (RFC 6030, figure 7)
/// and <c>xenc11:PBKDF2-params</c> (XML Encryption 1.1, section 5.4.1).
/// </summary>
internal sealed record Pbkdf2(byte[] Salt, int Iterations, int? KeyLength, HashAlgorithmName Prf)
{
    private const int LongestSalt = 1024;
    private const int LongestKey = 32;

    public static Pbkdf2 Read(XmlPart derivedKey, int mostIterations)
    {
        var method = derivedKey.Child("KeyDerivationMethod") ?? throw FileFaults.Malformed("The key derivation is missing.");
        if (method.Attribute("Algorithm") is not { } name || !name.EndsWith("#pbkdf2", StringComparison.OrdinalIgnoreCase))
            throw FileFaults.Unsupported("Of key derivations only PBKDF2 is supported.");
        var parameters = method.Child("PBKDF2-params") ?? throw FileFaults.Malformed("The parameters of the key derivation are missing.");
        if (parameters.Child("Salt")?.ChildText("Specified") is not { } salt || Base64.Decode(salt) is not { Length: > 0 and <= LongestSalt } bytes)
            throw FileFaults.Malformed("The salt of the key derivation is missing or malformed.");
        if (Number(parameters.ChildText("IterationCount")) is not ({ } iterations and >= 1))
            throw FileFaults.Malformed("The iteration count of the key derivation is missing or malformed.");
        if (iterations > mostIterations)
            throw FileFaults.Unsupported($"The key derivation asks for more than {mostIterations} iterations.");
        var length = parameters.ChildText("KeyLength") is { } text ? Number(text) ?? 0 : (int?)null;
        if (length is not (null or 16 or 24 or 32)) throw FileFaults.Unsupported("The derived key must have 16, 24 or 32 bytes.");
        return new Pbkdf2(bytes, iterations, length, Hash(parameters.Child("PRF")));
    }

    public byte[] Derive(ReadOnlySpan<byte> password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, Salt, Iterations, Prf, KeyLength ?? LongestKey);

    // An empty or missing PRF is HMAC-SHA-1 (RFC 8018, appendix A.2); pskc-utils writes the name as text, not as attribute.
    private static HashAlgorithmName Hash(XmlPart? prf) => ValueMac.Name(prf?.Attribute("Algorithm") ?? prf?.Text ?? "") switch
    {
        "" or "HMACSHA1" => HashAlgorithmName.SHA1,
        "HMACSHA256" => HashAlgorithmName.SHA256,
        "HMACSHA384" => HashAlgorithmName.SHA384,
        "HMACSHA512" => HashAlgorithmName.SHA512,
        _ => throw FileFaults.Unsupported("The pseudo-random function of the key derivation is not supported."),
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text is not null && IsLarge(text) ? int.MaxValue : null;

    private static bool IsLarge(string text) => text.Length > 9 && text.All(char.IsAsciiDigit);
}
