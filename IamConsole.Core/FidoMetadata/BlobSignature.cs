using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.FidoMetadata;

/// <summary>Signatures of JWS (RFC 7518, 3.3 to 3.5). The key decides what is possible, the header only which of that.</summary>
internal static class BlobSignature
{
    private const int LeastRsaBits = 2048;

    public static bool IsKnown(string algorithm) =>
        algorithm is "ES256" or "ES384" or "ES512" or "RS256" or "RS384" or "RS512" or "PS256" or "PS384" or "PS512";

    public static bool IsValid(BlobHeader header, ReadOnlySpan<byte> signed, byte[] signature)
    {
        var (algorithm, signer) = (header.Algorithm, header.Certificates[0]);
        var hash = algorithm[2..] switch { "256" => HashAlgorithmName.SHA256, "384" => HashAlgorithmName.SHA384, _ => HashAlgorithmName.SHA512 };
        try
        {
            if (algorithm.StartsWith("ES", StringComparison.Ordinal))
            {
                using var key = signer.GetECDsaPublicKey();
                return key is not null && key.KeySize == Bits(algorithm) && signature.Length == (Bits(algorithm) + 7) / 8 * 2
                    && key.VerifyData(signed, signature, hash);
            }

            using var rsa = signer.GetRSAPublicKey();
            var padding = algorithm.StartsWith("PS", StringComparison.Ordinal) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            return rsa is not null && rsa.KeySize >= LeastRsaBits && rsa.VerifyData(signed, signature, hash, padding);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static int Bits(string algorithm) => algorithm switch { "ES256" => 256, "ES384" => 384, _ => 521 };
}
