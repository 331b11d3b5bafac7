namespace IamConsole.Core.Attestation.Certificates;

/// <summary>Kinds of key that a certificate may hold here. Curves by explicit parameters are none: they can be made to lie and to take long.</summary>
internal enum CertificateKeyKind
{
    P256,
    P384,
    P521,
    Rsa,
    Ed25519,
}
