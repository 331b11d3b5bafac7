using IamConsole.Core.Attestation.Formats;

namespace IamConsole.Core.Attestation.Certificates;

/// <summary>The certificates of a statement, each read to its last byte.</summary>
internal static class CertificateList
{
    public static Result<AttestationCertificate[]> Read(StatementMembers members, string format)
    {
        if (!members.CertificatesAreBounded) return AttestationErrors.Certificates(format);
        var certificates = new AttestationCertificate[members.Certificates.Count];
        for (var i = 0; i < certificates.Length; i++)
        {
            if (AttestationCertificate.Read(members.Certificates[i]) is not { } certificate) return AttestationErrors.MalformedCertificate(format);
            certificates[i] = certificate;
        }

        return certificates;
    }
}
