using System.Security.Cryptography;

namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// Reads a metadata BLOB (FIDO Metadata Service 3.2, "Metadata BLOB object processing rules"). Nothing but the bytes, the
/// trust and the time decide; nothing is fetched, and whatever the bytes are, the answer is a BLOB or a refusal.
/// </summary>
public static class BlobReader
{
    /// <summary>Most bytes of a BLOB.</summary>
    public const int LargestBlob = 64 * 1024 * 1024;

    /// <summary>Reads and verifies.</summary>
    /// <param name="blob">The file as it came: a JWS in compact form.</param>
    /// <param name="trust">Whose signature counts.</param>
    /// <param name="now">The certificates of the signer are valid at this time.</param>
    public static Result<MetadataBlob> Read(ReadOnlyMemory<byte> blob, MetadataTrust trust, DateTimeOffset now)
    {
        if (blob.Length is 0 or > LargestBlob) return MetadataErrors.Size;
        var jws = CompactJws.Read(blob.Span);
        if (!jws.Succeeded) return jws.Error;
        var (header, payload) = (jws.Value.Header, jws.Value.Payload);
        try
        {
            var chain = SignerChain.Verify(header.Certificates, trust, now);
            if (!chain.Succeeded) return chain.Error;
            if (!BlobSignature.IsValid(header, jws.Value.Signed(blob.Span), jws.Value.Signature)) return MetadataErrors.Signature;
            var content = PayloadReader.Read(payload);
            if (!content.Succeeded) return content.Error;
            return content.Value with
            {
                Revocation = chain.Value.Revocation,
                Signer = header.Certificates[0].Subject,
                PayloadHash = Convert.ToHexStringLower(SHA256.HashData(payload)),
            };
        }
        finally
        {
            foreach (var certificate in header.Certificates) certificate.Dispose();
        }
    }
}
