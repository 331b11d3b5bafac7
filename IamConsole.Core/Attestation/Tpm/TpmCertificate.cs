using System.Formats.Asn1;
using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation.Tpm;

/// <summary>Requirements on the AIK certificate (WebAuthn Level 3, 8.3.1).</summary>
internal static class TpmCertificate
{
    private const string Format = "tpm";
    private const string AlternativeName = "2.5.29.17", ExtendedKeyUsage = "2.5.29.37";
    private const string AikCertificate = "2.23.133.8.3";
    private const string Manufacturer = "2.23.133.2.1", Model = "2.23.133.2.2", Version = "2.23.133.2.3";
    private const int DirectoryName = 4;

    public static Error? Check(AttestationCertificate certificate)
    {
        // Version 3.
        if (certificate.Version != 3) return AttestationErrors.CertificateVersion(Format);

        // Subject is empty.
        if (!certificate.Subject.IsEmpty) return AttestationErrors.TpmSubject;

        // Subject Alternative Name as in TCG EK Credential Profile 3.2.9: manufacturer, model and version of the TPM.
        if (DeviceName(certificate) is not { } name || !TpmVendors.IsWellFormed(name.Value(Manufacturer) ?? "")
            || string.IsNullOrEmpty(name.Value(Model)) || string.IsNullOrEmpty(name.Value(Version)))
            return AttestationErrors.TpmAlternativeName;

        // Extended Key Usage names tcg-kp-AIKCertificate.
        if (!Usages(certificate).Contains(AikCertificate)) return AttestationErrors.TpmKeyUsage;

        // Basic Constraints: CA is false.
        return certificate.IsAuthority is false ? null : AttestationErrors.BasicConstraints(Format);
    }

    /// <summary>The manufacturer as <c>id:</c> and eight hex digits.</summary>
    public static string? Vendor(AttestationCertificate certificate) => DeviceName(certificate)?.Value(Manufacturer);

    // GeneralNames: of its choices only directoryName matters.
    private static NameAttributes? DeviceName(AttestationCertificate certificate)
    {
        if (!certificate.Extensions.TryGetValue(AlternativeName, out var extension)) return null;
        try
        {
            var reader = new AsnReader(extension.Value, AsnEncodingRules.DER);
            var names = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var directoryName = new Asn1Tag(TagClass.ContextSpecific, DirectoryName, isConstructed: true);
            while (names.HasData)
            {
                if (names.PeekTag().HasSameClassAndValue(directoryName)) return NameAttributes.Read(names.ReadSequence(directoryName).ReadEncodedValue());
                names.ReadEncodedValue();
            }

            return null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static List<string> Usages(AttestationCertificate certificate)
    {
        var usages = new List<string>();
        if (!certificate.Extensions.TryGetValue(ExtendedKeyUsage, out var extension)) return usages;
        try
        {
            var reader = new AsnReader(extension.Value, AsnEncodingRules.DER);
            for (var list = reader.ReadSequence(); list.HasData;) usages.Add(list.ReadObjectIdentifier());
            reader.ThrowIfNotEmpty();
            return usages;
        }
        catch (AsnContentException)
        {
            return [];
        }
    }
}
