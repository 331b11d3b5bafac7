namespace IamConsole.Core.WebAuthn;

/// <summary>A credential record (WebAuthn Level 3, 4): what an assertion is held against.</summary>
/// <param name="Id">The credential id.</param>
/// <param name="PublicKey">The COSE_Key.</param>
/// <param name="IsBackupEligible">The flag BE at registration.</param>
/// <param name="UserHandle">The handle of its user, as registration gave it to the authenticator.</param>
public sealed record StoredCredential(
    ReadOnlyMemory<byte> Id, ReadOnlyMemory<byte> PublicKey, bool IsBackupEligible, ReadOnlyMemory<byte> UserHandle);
