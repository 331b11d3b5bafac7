using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation;

/// <summary>What a format's verification procedure returns: attestation type and trust path.</summary>
/// <param name="Type">The attestation type.</param>
/// <param name="Path">The certificates, leaf first; empty for none and self.</param>
internal sealed record VerifiedStatement(AttestationType Type, IReadOnlyList<AttestationCertificate> Path)
{
    /// <summary>A reason against trust that the path does not show.</summary>
    public Error? Doubt { get; init; }
}
