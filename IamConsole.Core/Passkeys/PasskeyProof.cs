namespace IamConsole.Core.Passkeys;

/// <summary>A verified WebAuthn assertion (Level 3, section 7.2): what the database must learn of it.</summary>
/// <param name="CredentialId">The credential that answered.</param>
/// <param name="SignCount">The authenticator's counter; 0 where it has none.</param>
/// <param name="IsBackedUp">Whether the credential is synced now.</param>
/// <param name="IsUserVerified">Whether the authenticator verified its user.</param>
public sealed record PasskeyProof(byte[] CredentialId, uint SignCount, bool IsBackedUp, bool IsUserVerified);
