namespace IamConsole.Core.WebAuthn;

/// <summary>Signature algorithms by their COSE number (RFC 9053, RFC 8812).</summary>
public enum CoseAlgorithm
{
    /// <summary>Not an algorithm.</summary>
    None = 0,

    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    Es256 = -7,

    /// <summary>EdDSA, in WebAuthn on Ed25519 only.</summary>
    EdDsa = -8,

    /// <summary>ECDSA on P-384 with SHA-384.</summary>
    Es384 = -35,

    /// <summary>ECDSA on P-521 with SHA-512.</summary>
    Es512 = -36,

    /// <summary>RSASSA-PSS with SHA-256.</summary>
    Ps256 = -37,

    /// <summary>RSASSA-PSS with SHA-384.</summary>
    Ps384 = -38,

    /// <summary>RSASSA-PSS with SHA-512.</summary>
    Ps512 = -39,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    Rs256 = -257,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384.</summary>
    Rs384 = -258,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512.</summary>
    Rs512 = -259,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-1: in statements of old TPMs only, never for a credential.</summary>
    Rs1 = -65535,
}
