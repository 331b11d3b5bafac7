namespace IamConsole.Core.WebAuthn;

/// <summary>Attested credential data (WebAuthn Level 3, 6.5.1).</summary>
/// <param name="Aaguid">The model as the authenticator states it, read big-endian; all zero for U2F. No proof of a model.</param>
/// <param name="Id">The credential id, 1 to 1,023 bytes.</param>
/// <param name="PublicKey">The credential's key.</param>
public sealed record AttestedCredential(Guid Aaguid, ReadOnlyMemory<byte> Id, CoseKey PublicKey);
