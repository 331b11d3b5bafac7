using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>Certificate requirements of packed attestation (WebAuthn Level 3, 8.2.1).</summary>
internal static class PackedCertificate
{
    private const string Unit = "Authenticator Attestation";

    public static Error? Check(AttestationCertificate certificate)
    {
        // Version 3.
        if (certificate.Version != 3) return AttestationErrors.CertificateVersion(PackedStatement.Format);

        // Subject: C (ISO 3166), O, OU = "Authenticator Attestation", CN. Real certificates mix string types: not compared.
        var subject = certificate.Subject;
        if (subject.Value(NameAttributes.Country) is not { Length: 2 } country || !country.All(char.IsAsciiLetter)
            || string.IsNullOrWhiteSpace(subject.Value(NameAttributes.Organisation))
            || !subject.Values(NameAttributes.Unit).Contains(Unit)
            || string.IsNullOrWhiteSpace(subject.Value(NameAttributes.CommonName)))
            return AttestationErrors.PackedSubject;

        // Basic Constraints: CA is false. The AAGUID extension is compared in 8.2, step 2.3.
        return certificate.IsAuthority is false ? null : AttestationErrors.BasicConstraints(PackedStatement.Format);
    }
}
