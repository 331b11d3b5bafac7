namespace IamConsole.Tests.Authenticators;

/// <summary>Statements that a <see cref="SoftwareAuthenticator"/> can make.</summary>
public enum AttestationKind
{
    None,
    PackedSelf,
    Packed,
    FidoU2f,
    Tpm,
    AndroidKey,
    Apple,
    Compound,
}
