namespace IamConsole.Core.WebAuthn;

/// <summary>The flags byte of authenticator data (WebAuthn Level 3, 6.1).</summary>
[Flags]
public enum AuthenticatorFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>UP: somebody touched the authenticator.</summary>
    UserPresent = 0x01,

    /// <summary>UV: the authenticator verified its user, by PIN or biometrics.</summary>
    UserVerified = 0x04,

    /// <summary>BE: the credential may be synced; fixed at registration.</summary>
    BackupEligible = 0x08,

    /// <summary>BS: the credential is synced now.</summary>
    BackedUp = 0x10,

    /// <summary>AT: attested credential data follow.</summary>
    AttestedCredential = 0x40,

    /// <summary>ED: extension outputs follow.</summary>
    Extensions = 0x80,
}
