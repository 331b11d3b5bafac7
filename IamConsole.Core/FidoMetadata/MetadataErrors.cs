using System.Globalization;

namespace IamConsole.Core.FidoMetadata;

/// <summary>Every refusal of this slice.</summary>
public static class MetadataErrors
{
    /// <summary>Nothing there, or more than 64 MiB.</summary>
    public static readonly Error Size = new("metadata.size", "The file is empty or larger than 64 MiB.");

    /// <summary>Not three parts (RFC 7515, 7.1).</summary>
    public static readonly Error NotCompact = new("metadata.form", "This is not a FIDO metadata BLOB: a signed text of three parts, divided by dots.");

    /// <summary>The header is no JSON object of the right form.</summary>
    public static readonly Error Header = new("metadata.header", "The BLOB's header cannot be read.");

    /// <summary>None, a symmetric one, or an unknown one.</summary>
    public static readonly Error Algorithm = new("metadata.algorithm", "The BLOB's signature algorithm is not one of ES256, ES384, ES512, RS256, RS384, RS512, PS256, PS384, PS512.");

    /// <summary>An extension that must be understood (RFC 7515, 4.1.11).</summary>
    public static readonly Error Critical = new("metadata.critical", "The BLOB's header demands an extension that is not known.");

    /// <summary>Certificates at an address: what is verified would depend on the network.</summary>
    public static readonly Error RemoteCertificates = new("metadata.x5u", "The BLOB names its certificates by an address (x5u). Only a BLOB that carries them (x5c) is read.");

    /// <summary>No signer.</summary>
    public static readonly Error NoCertificates = new("metadata.x5c", "The BLOB does not carry its signing certificate, or one of its certificates cannot be read.");

    /// <summary>The chain leads to none of the pinned roots.</summary>
    public static readonly Error NotTrusted = new("metadata.chain", "The BLOB's certificates do not lead to the trusted root.");

    /// <summary>A certificate of the chain is not valid now.</summary>
    public static readonly Error CertificateExpired = new("metadata.expired", "A certificate of the BLOB has expired or is not valid yet.");

    /// <summary>A certificate of the chain is revoked.</summary>
    public static readonly Error CertificateRevoked = new("metadata.revoked", "A certificate of the BLOB is revoked.");

    /// <summary>Not for signing metadata: a CA, or without the usage.</summary>
    public static readonly Error SignerUsage = new("metadata.usage", "The BLOB's first certificate is not made for signatures.");

    /// <summary>Somebody else whom the same public authority knows.</summary>
    public static readonly Error SignerName = new("metadata.signer", "The BLOB is signed by somebody else than the expected signer.");

    /// <summary>Wrong bytes, or a key that does not fit the algorithm.</summary>
    public static readonly Error Signature = new("metadata.signature", "The BLOB's signature is not valid.");

    /// <summary>No JSON object with number, date and entries.</summary>
    public static readonly Error Payload = new("metadata.payload", "The BLOB's content cannot be read: number, date of the next update or entries are missing or malformed.");

    /// <summary>Not one entry could be read.</summary>
    public static readonly Error NoEntries = new("metadata.entries", "Not one entry of the BLOB can be used. Nothing was changed.");

    /// <summary>No revocation list.</summary>
    public static readonly Error CrlUnreadable = new("metadata.crl", "A revocation list cannot be read. It is expected in DER or PEM.");

    /// <summary>A revocation list by somebody else.</summary>
    public static readonly Error CrlSignature = new("metadata.crl.signature", "The signature of a revocation list is not valid.");

    /// <summary>An old revocation list proves nothing.</summary>
    public static readonly Error CrlStale = new("metadata.crl.stale", "A revocation list is out of date or not valid yet. Fetch a new one.");

    /// <summary>No certificates in PEM.</summary>
    public static readonly Error RootUnreadable = new("metadata.root", "The trusted root cannot be read. It is expected as one or more certificates in PEM.");

    /// <summary>Neither an address nor a file is configured.</summary>
    public static readonly Error NotConfigured = new(
        "metadata.configuration", "Neither FidoMetadata:Address nor FidoMetadata:File is configured. Without them metadata are loaded by \"fido-metadata load FILE\".");

    /// <summary>No answer, or another than 200.</summary>
    public static readonly Error Unreachable = new("metadata.unreachable", "The metadata could not be fetched from the configured address.");

    /// <summary>To a host without TLS, or in circles.</summary>
    public static readonly Error Redirected = new("metadata.redirect", "The configured address leads elsewhere, and not by https, or too often.");

    /// <summary>Not there, or not for us.</summary>
    public static readonly Error FileUnreadable = new("metadata.file", "The file cannot be read.");

    /// <summary>The same number with another content.</summary>
    public static readonly Error NumberReused = new("metadata.number.reused", "A BLOB with this number and other content is loaded already. Nothing was changed.");

    /// <summary>No such model in the loaded metadata.</summary>
    public static readonly Error NoSuchModel = new("NoSuchEntity", "There is no security key model with this identifier in the loaded metadata.");

    /// <summary>Numbers only rise (FIDO Metadata Service 3.2).</summary>
    public static Error Older(long number, long loaded) => new(
        "metadata.number", string.Create(CultureInfo.InvariantCulture, $"BLOB {number} is older than BLOB {loaded}, which is loaded. Nothing was changed."));
}
