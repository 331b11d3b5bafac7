namespace IamConsole.Core.Totp;

/// <summary>The HMAC of a code (RFC 6238, section 1.2).</summary>
public enum TotpAlgorithm
{
    /// <summary>HMAC-SHA-1, the default everywhere.</summary>
    Sha1,

    /// <summary>HMAC-SHA-256.</summary>
    Sha256,

    /// <summary>HMAC-SHA-512.</summary>
    Sha512,
}
