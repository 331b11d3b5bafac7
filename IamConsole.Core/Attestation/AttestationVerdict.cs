namespace IamConsole.Core.Attestation;

/// <summary>A statement that verified. Whether anybody vouches for it says <see cref="IsTrusted"/> alone.</summary>
public sealed record AttestationVerdict
{
    /// <summary>The attestation statement format identifier, e.g. <c>packed</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What the statement amounts to; of a compound one, the strongest part, trusted parts first.</summary>
    public required AttestationType Type { get; init; }

    /// <summary>The certificates of the statement in DER, the signing one first; empty for none and self.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> TrustPath { get; init; }

    /// <summary>
    /// The AAGUID that the statement covers; all zero for <c>fido-u2f</c>, whose signature leaves it out, so that what stands
    /// there is anybody's word. For none and self it is a claim.
    /// </summary>
    public required Guid Aaguid { get; init; }

    /// <summary>SHA-1 of the subject public key of each certificate, lower-case hex: <c>attestationCertificateKeyIdentifiers</c> of FIDO metadata.</summary>
    public required IReadOnlyList<string> KeyIdentifiers { get; init; }

    /// <summary>What the signing certificate says; null without one.</summary>
    public CertificateFacts? Certificate { get; init; }

    /// <summary>Whether the certificates lead to one of the given anchors at the given time.</summary>
    public bool IsTrusted => Distrust is null;

    /// <summary>Why nobody vouches for the statement; null when it is trusted.</summary>
    public required Error? Distrust { get; init; }
}
