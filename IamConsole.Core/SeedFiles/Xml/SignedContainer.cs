using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>
/// Verifies an enveloped signature (RFC 6030, section 8.1) with a given certificate. Strict against wrapping: one
/// signature, a child of the document element; one reference, to that element; listed algorithms; no key of the file.
/// </summary>
internal static class SignedContainer
{
    private static readonly string[] Signatures =
    [
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    ];

    private static readonly string[] Digests =
    [
        SignedXml.XmlDsigSHA256Url, "http://www.w3.org/2001/04/xmldsig-more#sha384", SignedXml.XmlDsigSHA512Url,
    ];

    private static readonly string[] Canonical =
        [SignedXml.XmlDsigC14NTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl];

    public static void Verify(byte[] bytes, X509Certificate2 certificate)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var settings = SafeXml.Settings();
        (settings.IgnoreComments, settings.IgnoreProcessingInstructions, settings.IgnoreWhitespace) = (false, false, false);
        using (var reader = XmlReader.Create(new MemoryStream(bytes), settings)) document.Load(reader);
        var root = document.DocumentElement!;
        var signatures = document.GetElementsByTagName("Signature", Namespaces.Signature);
        if (signatures.Count == 0)
            throw new SeedFileException(SeedFileFault.SignatureMissing, "A certificate was given, but the file is not signed.");
        if (signatures.Count != 1 || signatures[0] is not XmlElement signature || signature.ParentNode != root)
            throw Bad("the file must have one signature, directly in its document element");
        using var key = certificate.GetRSAPublicKey() ?? throw Bad("the certificate has no RSA key");
        try
        {
            var signed = new SignedXml(document) { Resolver = null! };
            signed.LoadXml(signature);
            CheckForm(signed, root, document);
            if (!signed.CheckSignature(key)) throw Bad("it was changed after signing, or signed with another key");
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException or NullReferenceException or InvalidCastException)
        {
            // The library has no one way to say that a signature is malformed.
            throw Bad("it is malformed");
        }
    }

    private static void CheckForm(SignedXml signed, XmlElement root, XmlDocument document)
    {
        var info = signed.SignedInfo ?? throw Bad("it is malformed");
        if (!Signatures.Contains(info.SignatureMethod) || !Canonical.Contains(info.CanonicalizationMethod)) throw Bad("its algorithm is not allowed");
        if (info.References is not [Reference reference]) throw Bad("it must have one reference");
        if (!Digests.Contains(reference.DigestMethod)) throw Bad("its digest is not allowed");
        if (!Covers(reference.Uri, root, document)) throw Bad("it does not cover the whole file");
        var transforms = Enumerable.Range(0, reference.TransformChain.Count).Select(i => reference.TransformChain[i].Algorithm).ToList();
        if (transforms.Count(t => t == SignedXml.XmlDsigEnvelopedSignatureTransformUrl) != 1
            || transforms.Any(t => t != SignedXml.XmlDsigEnvelopedSignatureTransformUrl && !Canonical.Contains(t)) || transforms.Count > 2)
            throw Bad("its transforms are not allowed");
    }

    // The empty URI is the document; "#id" must be the document element's own and nobody else's.
    private static bool Covers(string? uri, XmlElement root, XmlDocument document)
    {
        if (uri is "") return true;
        if (uri is not ['#', .. var id] || id.Length == 0) return false;
        var holders = document.SelectNodes("//@*")!.Cast<XmlAttribute>()
            .Where(a => a.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase) && a.Value == id).ToList();
        return holders is [var one] && one.OwnerElement == root;
    }

    private static SeedFileException Bad(string why) => new(SeedFileFault.BadSignature, $"The signature is not accepted: {why}.");
}
