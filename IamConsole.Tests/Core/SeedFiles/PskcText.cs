using System.Security.Cryptography;
using System.Text;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Writes containers: plain by default, each test bends one thing.</summary>
internal static class PskcText
{
    public const string Totp = "urn:ietf:params:xml:ns:keyprov:pskc:totp";
    public const string Aes128 = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
    public const string HmacSha1 = "http://www.w3.org/2000/09/xmldsig#hmac-sha1";
    public const string HmacSha256 = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";

    public static readonly byte[] Seed = "12345678901234567890"u8.ToArray();

    public static string Plain(byte[]? seed = null) => $"<PlainValue>{Convert.ToBase64String(seed ?? Seed)}</PlainValue>";

    public static string Container(string content, string ns = "urn:ietf:params:xml:ns:keyprov:pskc", string version = "1.0") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<KeyContainer Version=\"{version}\" xmlns=\"{ns}\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\""
        + " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\" xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\""
        + $" xmlns:pkcs5=\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#\">{content}</KeyContainer>";

    public static string Package(
        string? secret = null, string serial = "P-1", string algorithm = Totp, string parameters = "<ResponseFormat Length=\"6\" Encoding=\"DECIMAL\"/>",
        string data = "", string key = "") =>
        $"<KeyPackage><DeviceInfo><Manufacturer>Maker</Manufacturer><SerialNo>{serial}</SerialNo></DeviceInfo><Key Id=\"K\" Algorithm=\"{algorithm}\">"
        + $"<AlgorithmParameters>{parameters}</AlgorithmParameters><Data><Secret>{secret ?? Plain()}</Secret>{data}</Data>{key}</Key></KeyPackage>";

    public static string Encrypted(byte[] cipher, string method = Aes128, byte[]? mac = null) =>
        $"<EncryptedValue>{Value(cipher, method)}</EncryptedValue>" + (mac is null ? "" : $"<ValueMAC>{Convert.ToBase64String(mac)}</ValueMAC>");

    public static string Value(byte[] cipher, string method = Aes128) =>
        $"<xenc:EncryptionMethod Algorithm=\"{method}\"/><xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(cipher)}</xenc:CipherValue></xenc:CipherData>";

    public static string MacMethod(byte[] encryptedKey, string algorithm = HmacSha1, string method = Aes128) =>
        $"<MACMethod Algorithm=\"{algorithm}\"><MACKey>{Value(encryptedKey, method)}</MACKey></MACMethod>";

    public static string PreShared => "<EncryptionKey><ds:KeyName>Pre-shared</ds:KeyName></EncryptionKey>";

    public static string Pbkdf2(string prefix, int iterations, string? keyLength, string prf, string prefixOfParts = "") =>
        $"<EncryptionKey><xenc11:DerivedKey><xenc11:KeyDerivationMethod Algorithm=\"http://www.w3.org/2009/xmlenc11#pbkdf2\"><{prefix}:PBKDF2-params>"
        + $"<{prefixOfParts}Salt><{prefixOfParts}Specified>{Convert.ToBase64String(Salt)}</{prefixOfParts}Specified></{prefixOfParts}Salt>"
        + $"<{prefixOfParts}IterationCount>{iterations}</{prefixOfParts}IterationCount>"
        + (keyLength is null ? "" : $"<{prefixOfParts}KeyLength>{keyLength}</{prefixOfParts}KeyLength>")
        + $"{prf}</{prefix}:PBKDF2-params></xenc11:KeyDerivationMethod></xenc11:DerivedKey></EncryptionKey>";

    public static readonly byte[] Salt = Encoding.ASCII.GetBytes("saltsalt");

    /// <summary>IV and cipher text; the padding of XML Encryption, filled with <paramref name="filler"/> but for its last byte.</summary>
    public static byte[] Cbc(byte[] key, byte[] plain, byte filler = 0, byte[]? iv = null)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var padding = 16 - plain.Length % 16;
        byte[] padded = [.. plain, .. Enumerable.Repeat(filler, padding - 1), (byte)padding];
        var vector = iv ?? SHA256.HashData(plain)[..16];
        return [.. vector, .. aes.EncryptCbc(padded, vector, PaddingMode.None)];
    }
}
