using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace IamConsole.Core.FidoMetadata;

/// <summary>The protected header of a BLOB (FIDO Metadata Service 3.1.7).</summary>
/// <param name="Algorithm">"ES256" and the like (RFC 7518, 3.1).</param>
/// <param name="Certificates">x5c, the signer first.</param>
internal sealed record BlobHeader(string Algorithm, IReadOnlyList<X509Certificate2> Certificates)
{
    private const int LongestChain = 10;

    public static Result<BlobHeader> Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement) : MetadataErrors.Header;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return MetadataErrors.Header;
        }
    }

    private static Result<BlobHeader> Read(JsonElement header)
    {
        if (header.Text("alg") is not { } algorithm || !BlobSignature.IsKnown(algorithm)) return MetadataErrors.Algorithm;
        if (header.TryGetProperty("crit", out _)) return MetadataErrors.Critical;
        if (header.TryGetProperty("x5u", out _)) return MetadataErrors.RemoteCertificates;
        if (!header.TryGetProperty("x5c", out var chain) || chain.ValueKind is not JsonValueKind.Array || chain.GetArrayLength() is 0 or > LongestChain)
            return MetadataErrors.NoCertificates;
        var certificates = new List<X509Certificate2>();
        foreach (var item in chain.EnumerateArray())
        {
            if (item.Text() is not { } text || Decode(text) is not { } der || Load(der) is not { } certificate)
            {
                certificates.ForEach(c => c.Dispose());
                return MetadataErrors.NoCertificates;
            }

            certificates.Add(certificate);
        }

        return new BlobHeader(algorithm, certificates);
    }

    private static byte[]? Decode(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    /// <summary>One certificate and nothing behind it, or null.</summary>
    internal static X509Certificate2? Load(byte[] der)
    {
        try
        {
            // The loader takes PEM as well, and text behind the certificate.
            if (der is not [0x30, ..]) return null;
            var certificate = X509CertificateLoader.LoadCertificate(der);
            if (certificate.RawDataMemory.Length == der.Length) return certificate;
            certificate.Dispose();
            return null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
