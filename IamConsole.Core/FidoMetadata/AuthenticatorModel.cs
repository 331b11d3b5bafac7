using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.FidoMetadata;

/// <summary>A model of authenticator: what its metadata says, and what follows from that today.</summary>
/// <param name="Entry">As signed.</param>
/// <param name="Levels">Its certifications today.</param>
/// <param name="Status">Where it stands today.</param>
public sealed record AuthenticatorModel(MetadataEntry Entry, CertificationLevels Levels, ModelStatus Status)
{
    /// <summary>AAGUID in "d" format, or the first key identifier of a U2F model.</summary>
    public string Key => Entry.Key;

    /// <summary>The AAGUID; null for U2F models.</summary>
    public Guid? Aaguid => Entry.Aaguid;

    /// <summary>Its name.</summary>
    public string Name => Entry.Name;

    /// <summary>A checked data URL, or null.</summary>
    public string? Icon => Entry.Icon;

    /// <summary>Trust anchors of its attestation, DER.</summary>
    public IReadOnlyList<byte[]> Roots => Entry.Roots;

    /// <summary>What was reported, in the order of the BLOB.</summary>
    public IReadOnlyList<StatusReport> Reports => Entry.Reports;

    /// <summary>"usb", "nfc", "ble", "internal", "hybrid".</summary>
    public IReadOnlyList<string> Transports => Entry.Transports;

    /// <summary>Every method of user verification, once.</summary>
    public IReadOnlyList<string> VerificationMethods => [.. Entry.UserVerification.SelectMany(m => m).Distinct(StringComparer.Ordinal)];

    /// <summary>"fido2" or "u2f".</summary>
    public string ProtocolFamily => Entry.ProtocolFamily;

    /// <summary>What follows from an entry on a day.</summary>
    public static AuthenticatorModel Of(MetadataEntry entry, DateOnly today) =>
        new(entry, CertificationLevels.Of(entry.Reports, today), ModelStatus.Of(entry.Reports, today));

    /// <summary>
    /// Where one key stands whose attestation chain is known: a compromised attestation key counts for chains through its
    /// certificate alone (FIDO Metadata Service 3.1.4).
    /// </summary>
    public ModelStatus StatusOf(IReadOnlyList<X509Certificate2> trustPath, DateOnly today) =>
        ModelStatus.Of(Entry.Reports, today, der => IsIn(trustPath, der));

    // A trust path may end below its anchor: whoever issued one of its certificates is in it as well.
    private static bool IsIn(IReadOnlyList<X509Certificate2> trustPath, byte[] der)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        return trustPath.Any(c => c.RawData.AsSpan().SequenceEqual(der)
            || c.IssuerName.RawData.AsSpan().SequenceEqual(certificate.SubjectName.RawData));
    }
}
