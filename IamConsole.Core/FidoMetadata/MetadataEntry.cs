namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// An entry as it was signed, reduced to what is used (FIDO Metadata Service 3.1.1, FIDO Metadata Statement 4). What follows
/// from it today is <see cref="AuthenticatorModel"/>.
/// </summary>
public sealed record MetadataEntry
{
    /// <summary>AAGUID in "d" format, or the first key identifier of a U2F model.</summary>
    public required string Key { get; init; }

    /// <summary>The model's AAGUID; null for U2F models.</summary>
    public Guid? Aaguid { get; init; }

    /// <summary>U2F models: SHA-1 over the public keys of their attestation certificates, 40 hexadecimal digits, lower case.</summary>
    public IReadOnlyList<string> KeyIdentifiers { get; init; } = [];

    /// <summary>The English friendly name, or the description.</summary>
    public required string Name { get; init; }

    /// <summary>The description, where it is not the name.</summary>
    public string? Description { get; init; }

    /// <summary>A data URL that was checked (see <see cref="IconRules"/>), or null.</summary>
    public string? Icon { get; init; }

    /// <summary>"fido2" or "u2f".</summary>
    public required string ProtocolFamily { get; init; }

    /// <summary>The version of the authenticator that the statement describes.</summary>
    public long? Version { get; init; }

    /// <summary>Trust anchors of its attestation, DER.</summary>
    public IReadOnlyList<byte[]> Roots { get; init; } = [];

    /// <summary>"basic_full", "basic_surrogate", "attca", "anonca", "none".</summary>
    public IReadOnlyList<string> AttestationTypes { get; init; } = [];

    /// <summary>"secp256r1_ecdsa_sha256_raw" and the like.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = [];

    /// <summary>Alternatives, each of methods that are used together: "passcode_external", "fingerprint_internal" …</summary>
    public IReadOnlyList<IReadOnlyList<string>> UserVerification { get; init; } = [];

    /// <summary>"hardware", "secure_element", "tee", "software", "remote_handle".</summary>
    public IReadOnlyList<string> KeyProtection { get; init; } = [];

    /// <summary>"on_chip", "tee", "software".</summary>
    public IReadOnlyList<string> MatcherProtection { get; init; } = [];

    /// <summary>"internal", "external", "wired", "wireless", "nfc", "bluetooth" …</summary>
    public IReadOnlyList<string> Attachment { get; init; } = [];

    /// <summary>"usb", "nfc", "ble", "internal", "hybrid", as the authenticator says, or as follows from how it is attached.</summary>
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>"FIDO_2_1", "FIDO_2_0", "U2F_V2" …</summary>
    public IReadOnlyList<string> Protocols { get; init; } = [];

    /// <summary>Strength of its keys in bits, where stated.</summary>
    public int? CryptoStrength { get; init; }

    /// <summary>Options that it declares, e.g. "rk", "clientPin", "uv".</summary>
    public IReadOnlyDictionary<string, bool> Options { get; init; } = new Dictionary<string, bool>();

    /// <summary>In the order of the BLOB; statuses that are not known are not here.</summary>
    public IReadOnlyList<StatusReport> Reports { get; init; } = [];

    /// <summary>When a report was added last.</summary>
    public DateOnly? LastChange { get; init; }
}
