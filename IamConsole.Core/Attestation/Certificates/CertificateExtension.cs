namespace IamConsole.Core.Attestation.Certificates;

/// <summary>An X.509 extension: whether it is critical, and the DER that its octet string holds.</summary>
internal sealed record CertificateExtension(bool IsCritical, ReadOnlyMemory<byte> Value);
