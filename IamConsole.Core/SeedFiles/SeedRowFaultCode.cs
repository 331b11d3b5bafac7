namespace IamConsole.Core.SeedFiles;

/// <summary>Kinds of refused rows.</summary>
public enum SeedRowFaultCode
{
    /// <summary>The row has another shape than its form demands: columns, quotation marks, elements.</summary>
    BadRow,

    /// <summary>No serial number, one with characters that none has, or one that could be a seed.</summary>
    BadSerial,

    /// <summary>No seed, or not in the encoding of its form.</summary>
    BadSeed,

    /// <summary>Below 128 bits (RFC 4226, section 4, R6).</summary>
    SeedTooShort,

    /// <summary>Above 1024 bits.</summary>
    SeedTooLong,

    /// <summary>No TOTP (HOTP, OCRA, …), or an HMAC other than SHA-1, SHA-256 and SHA-512.</summary>
    UnsupportedAlgorithm,

    /// <summary>The seed's length fits two HMACs, and the file does not say which.</summary>
    AmbiguousAlgorithm,

    /// <summary>Neither 6 nor 8 decimal digits.</summary>
    UnsupportedDigits,

    /// <summary>Neither 30 nor 60 seconds.</summary>
    UnsupportedPeriod,

    /// <summary>The token's time does not begin where RFC 6238 says, or its drift is out of reach.</summary>
    UnsupportedTime,

    /// <summary>A date that cannot be read, or in two ways.</summary>
    BadDate,

    /// <summary>Not a partition of this installation.</summary>
    BadPartition,

    /// <summary>Vendor, model or form is too long or holds control characters.</summary>
    BadText,

    /// <summary>The parameters stand in a key profile or key reference that is not in the file.</summary>
    MissingProfile,

    /// <summary>The vendor's policy forbids the use, or asks for what cannot be kept (RFC 6030, section 5).</summary>
    UnsupportedPolicy,

    /// <summary>An encryption that is not supported.</summary>
    UnsupportedEncryption,

    /// <summary>The MAC is absent where it must not be.</summary>
    MissingMac,

    /// <summary>The MAC does not fit: changed, or not this key.</summary>
    WrongMac,

    /// <summary>Decryption gives nothing that could be a value.</summary>
    CannotDecrypt,
}
