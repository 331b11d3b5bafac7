namespace IamConsole.Core.SeedFiles;

/// <summary>What a column of a CSV file can hold.</summary>
public enum SeedColumn
{
    /// <summary>The serial number.</summary>
    SerialNumber,

    /// <summary>The secret key, in Base32 unless it is said otherwise.</summary>
    SecretKey,

    /// <summary>The secret key in hexadecimal.</summary>
    SecretKeyHex,

    /// <summary>The secret key, in Base32 for certain.</summary>
    SecretKeyBase32,

    /// <summary>Seconds of a code: 30 or 60.</summary>
    TimeInterval,

    /// <summary>The maker.</summary>
    Manufacturer,

    /// <summary>The model.</summary>
    Model,

    /// <summary>TOTP, or a kind that is refused.</summary>
    Type,

    /// <summary>SHA1, SHA256 or SHA512.</summary>
    Algorithm,

    /// <summary>6 or 8.</summary>
    Digits,

    /// <summary>The partition that the token serves.</summary>
    Partition,

    /// <summary>When the battery may fail, 2030-12-31.</summary>
    ExpiresOn,

    /// <summary>The form factor.</summary>
    Form,

    /// <summary>The user of Entra ID: known, and not used here.</summary>
    Upn,
}
