using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.MfaDevices;

/// <summary>Who is named in the certificates that a key sent along (<c>x5c</c>, WebAuthn Level 3, section 8): to show, not to judge.</summary>
internal static class StatementCertificates
{
    /// <summary>In the order of the statement, the leaf first; empty without certificates.</summary>
    public static IReadOnlyList<string> Subjects(byte[]? attestationObject)
    {
        if (attestationObject is null) return [];
        var read = AttestationObject.Read(attestationObject);
        return read.Succeeded ? [.. Certificates(read.Value.Statement).Select(Subject).OfType<string>()] : [];
    }

    private static List<byte[]> Certificates(ReadOnlyMemory<byte> statement)
    {
        var found = new List<byte[]>();
        try
        {
            var reader = new CborReader(statement, CborConformanceMode.Strict);
            for (var left = reader.ReadStartMap() ?? 0; left > 0; left--)
            {
                if (reader.ReadTextString() != "x5c")
                {
                    reader.SkipValue();
                    continue;
                }

                for (var certificates = reader.ReadStartArray() ?? 0; certificates > 0; certificates--) found.Add(reader.ReadByteString());
                return found;
            }
        }
        catch (Exception error) when (error is CborContentException or InvalidOperationException)
        {
            // A statement of another shape shows no names.
        }

        return found;
    }

    // Real keys have certificates that cannot be read for a defect of their encoding.
    private static string? Subject(byte[] certificate)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate);
            return read.Subject;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
