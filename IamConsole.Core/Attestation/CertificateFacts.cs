namespace IamConsole.Core.Attestation;

/// <summary>What an attestation certificate says of itself: for staff to read, no proof of anything.</summary>
public sealed record CertificateFacts
{
    /// <summary>The subject's attributes, e.g. <c>C=SE, O=Example, OU=Authenticator Attestation, CN=Batch 7</c>; empty for a TPM.</summary>
    public required string Subject { get; init; }

    /// <summary>The issuer's attributes.</summary>
    public required string Issuer { get; init; }

    /// <summary>The serial number, lower-case hex.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>First moment of validity.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Last moment of validity.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>The model by extension 1.3.6.1.4.1.45724.1.1.4; null without it.</summary>
    public Guid? Aaguid { get; init; }

    /// <summary>By extension 1.3.6.1.4.1.45724.2.1.1; null without it.</summary>
    public CertificateTransports? Transports { get; init; }
}
