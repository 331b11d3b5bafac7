namespace IamConsole.Core.FidoMetadata;

/// <summary>A report about a model (FIDO Metadata Service 3.1.3, StatusReport).</summary>
/// <param name="Status">See <see cref="StatusNames"/>.</param>
/// <param name="EffectiveDate">From when; null: as long as it is there.</param>
/// <param name="Version">The least version of the authenticator that it concerns.</param>
/// <param name="Certificate">A key compromise: the one certificate that is concerned (3.0 "certificate", 3.1 "batchCertificate"), DER.</param>
/// <param name="Url">Where more is written; an https address, or null.</param>
/// <param name="Descriptor">What was certified, in words.</param>
/// <param name="CertificateNumber">The number of the certificate.</param>
/// <param name="PolicyVersion">Of the certification policy.</param>
/// <param name="RequirementsVersion">Of the security requirements.</param>
/// <param name="Profiles">"consumer", "enterprise".</param>
/// <param name="SunsetDate">The last day on which it counts.</param>
/// <param name="FipsRevision">2 or 3: FIPS 140-2 or 140-3.</param>
/// <param name="FipsPhysicalLevel">Level of physical security, which can differ.</param>
public sealed record StatusReport(
    string Status, DateOnly? EffectiveDate = null, long? Version = null, byte[]? Certificate = null, string? Url = null, string? Descriptor = null,
    string? CertificateNumber = null, string? PolicyVersion = null, string? RequirementsVersion = null, IReadOnlyList<string>? Profiles = null,
    DateOnly? SunsetDate = null, int? FipsRevision = null, int? FipsPhysicalLevel = null);
