using System.Security.Cryptography;

namespace IamConsole.Core.Attestation.Tpm;

/// <summary>Numbers of TPM_ALG_ID (TPM 2.0 Part 2, 6.3).</summary>
internal static class TpmAlgorithm
{
    public const ushort Rsa = 0x0001;
    public const ushort Null = 0x0010;
    public const ushort RsaSsa = 0x0014;
    public const ushort RsaEs = 0x0015;
    public const ushort RsaPss = 0x0016;
    public const ushort EcDsa = 0x0018;
    public const ushort EcDaa = 0x001a;
    public const ushort Ecc = 0x0023;

    /// <summary>The hash, or null for what is none or none that .NET has everywhere.</summary>
    public static HashAlgorithmName? Hash(ushort number) => number switch
    {
        0x0004 => HashAlgorithmName.SHA1,
        0x000b => HashAlgorithmName.SHA256,
        0x000c => HashAlgorithmName.SHA384,
        0x000d => HashAlgorithmName.SHA512,
        _ => null,
    };
}
