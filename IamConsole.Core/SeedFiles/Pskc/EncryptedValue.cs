using IamConsole.Core.SeedFiles.Xml;

namespace IamConsole.Core.SeedFiles.Pskc;

/// <summary>An element of the type EncryptedData of XML Encryption.</summary>
/// <param name="Method">The algorithm, or null where it is not named.</param>
/// <param name="Cipher">Initialisation vector and cipher text.</param>
internal sealed record EncryptedValue(string? Method, byte[] Cipher)
{
    /// <summary>Null where it holds no cipher value, or one that is not Base64.</summary>
    public static EncryptedValue? Read(XmlPart element)
    {
        var cipher = element.Child("CipherData")?.ChildText("CipherValue") is { } text ? Base64.Decode(text) : null;
        if (cipher is null) return null;
        // draft-ietf-keyprov-pskc-02 names the cipher inside PBES2.
        var method = element.Child("EncryptionMethod");
        return new EncryptedValue(method?.Child("EncryptionScheme")?.Attribute("Algorithm") ?? method?.Attribute("Algorithm", "algorithm"), cipher);
    }
}
