using System.Globalization;
using System.Security.Cryptography;
using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>
/// The values of a key (RFC 6030, section 4.2): <c>Data/Secret/PlainValue</c> or <c>EncryptedValue</c> with <c>ValueMAC</c>; in
/// older drafts <c>Data[@Name='SECRET']/Value</c> with <c>ValueDigest</c>.
/// </summary>
internal sealed class PskcData(XmlPart key, PskcProtection protection)
{
    /// <summary>Steps; a million are almost a year of half minutes.</summary>
    public const int LargestDrift = 1_000_000;

    // Eight bytes, or what a long has as text.
    private const int LongestNumber = 20;

    /// <summary>The seed, or null and why. The caller clears it.</summary>
    public byte[]? Secret(out SeedRowFault? fault)
    {
        fault = null;
        if (Find("Secret", "SECRET") is not { } element || IsEmpty(element)) fault = RowFaults.NoSeed;
        else if (PlainText(element, isEncrypted: protection.Method is not null) is { } plain)
        {
            var seed = Base64.Decode(plain);
            fault = seed is null ? RowFaults.NotBase64 : null;
            return seed;
        }
        else return Decrypt(element, out fault);
        return null;
    }

    /// <summary>A number, or null where there is none; <paramref name="fault"/> where it cannot be read.</summary>
    public long? Number(string name, out SeedRowFault? fault)
    {
        fault = null;
        if (Find(name, name == "TimeInterval" ? "TIME_INTERVAL" : name == "TimeDrift" ? "TIME_DRIFT" : name.ToUpperInvariant()) is not { } element || IsEmpty(element)) return null;
        var bad = RowFaults.Row($"The value of {name} is no number.");
        if (PlainText(element, IsEncryptedDraft(element)) is { } text)
        {
            if (Parse(text) is { } number) return number;
            // Older drafts have numbers as Base64 of their bytes.
            if (element.Child("Value") is not null && Base64.Decode(text) is { } bytes && FromBytes(bytes) is { } big) return big;
            fault = bad;
            return null;
        }

        if (Decrypt(element, out fault) is not { } plain) return null;
        var value = FromBytes(plain);
        CryptographicOperations.ZeroMemory(plain);
        fault = value is null ? bad : null;
        return value;
    }

    private XmlPart? Find(string name, string draftName)
    {
        XmlPart? found = null;
        foreach (var data in key.Children.Where(c => c.Name == "Data"))
        {
            var element = data.Attribute("Name") is { } named ? named.Equals(draftName, StringComparison.OrdinalIgnoreCase) ? data : null : data.Child(name);
            if (element is null) continue;
            if (found is not null) throw FileFaults.Malformed($"The value of {name} stands twice in one key.");
            found = element;
        }

        return found;
    }

    private static bool IsEmpty(XmlPart element) => element.Child("PlainValue", "Value", "EncryptedValue") is null;

    private static string? PlainText(XmlPart element, bool isEncrypted) =>
        element.Child("PlainValue")?.Text ?? (isEncrypted ? null : element.Child("Value")?.Text);

    // Where an older draft names one encryption for the file, the seed is encrypted; of the numbers, those that have a digest.
    private bool IsEncryptedDraft(XmlPart element) => protection.Method is not null && element.Child("ValueDigest", "ValueMAC") is not null;

    private byte[]? Decrypt(XmlPart element, out SeedRowFault? fault)
    {
        var value = element.Child("EncryptedValue") is { } encrypted ? EncryptedValue.Read(encrypted)
            : element.ChildText("Value") is { } text && Base64.Decode(text) is { } bytes ? new EncryptedValue(null, bytes) : null;
        var macText = element.ChildText("ValueMAC", "ValueDigest");
        var mac = macText is null ? null : Base64.Decode(macText);
        fault = value is null ? RowFaults.Row("The encrypted value is malformed.")
            : macText is not null && mac is null ? RowFaults.WrongMac : null;
        return fault is null ? protection.Open(value!.Method, value.Cipher, mac, out fault) : null;
    }

    private static long? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > LongestNumber) return null;
        if (!bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return Parse(System.Text.Encoding.ASCII.GetString(bytes));
        if (bytes.Length > 8) return null;
        long value = 0;
        foreach (var b in bytes) value = value << 8 | b;
        return value;
    }

    private static long? Parse(string text) =>
        text.Length <= LongestNumber && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
