using System.Security.Cryptography;
using IamConsole.Core.Attestation.Formats;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>Which algorithm fits which key, and the hash that it uses (RFC 9053; WebAuthn Level 3, 5.8.5, for the curves).</summary>
internal static class StatementAlgorithms
{
    public static bool Fits(CoseAlgorithm algorithm, CertificateKeyKind kind, string format) => algorithm switch
    {
        CoseAlgorithm.Es256 => kind == CertificateKeyKind.P256,
        CoseAlgorithm.Es384 => kind == CertificateKeyKind.P384,
        CoseAlgorithm.Es512 => kind == CertificateKeyKind.P521,
        CoseAlgorithm.EdDsa => kind == CertificateKeyKind.Ed25519,
        CoseAlgorithm.Rs256 or CoseAlgorithm.Rs384 or CoseAlgorithm.Rs512 or CoseAlgorithm.Ps256 or CoseAlgorithm.Ps384
            or CoseAlgorithm.Ps512 => kind == CertificateKeyKind.Rsa,

        // TPMs of the first years know no other hash.
        CoseAlgorithm.Rs1 => kind == CertificateKeyKind.Rsa && format == TpmStatement.Format,
        _ => false,
    };

    public static HashAlgorithmName Hash(CoseAlgorithm algorithm) => algorithm switch
    {
        CoseAlgorithm.Es384 or CoseAlgorithm.Rs384 or CoseAlgorithm.Ps384 => HashAlgorithmName.SHA384,
        CoseAlgorithm.Es512 or CoseAlgorithm.Rs512 or CoseAlgorithm.Ps512 or CoseAlgorithm.EdDsa => HashAlgorithmName.SHA512,
        CoseAlgorithm.Rs1 => HashAlgorithmName.SHA1,
        _ => HashAlgorithmName.SHA256,
    };
}
