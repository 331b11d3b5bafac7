using IamConsole.Core.Persistence;
using IamConsole.Core.SignIn;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IamConsole.Core.Passkeys;

/// <summary>Verifies the browser's answer to an authentication against the ceremony of this sign-in or session, which it ends.</summary>
public sealed class VerifyKeyAnswer(
    IDbContextFactory<IamDbContext> databases, PasskeyCeremonyStore store, RelyingPartyIdentity relyingParty, AssertionCeremony ceremony,
    ILogger<VerifyKeyAnswer> log)
{
    /// <summary>The proof, or why there is none: no ceremony, too late, a second time, or an answer that does not hold.</summary>
    public async Task<Result<PasskeyProof>> RunAsync(PendingUser owner, string? answer, CancellationToken ct)
    {
        var proof = await store.TakeAsync(owner.OwnerId, owner.UserId, ct) is { } state
            ? await VerifyAsync(owner.UserId, KeyChallenge.Read(state, relyingParty), answer, ct)
            : PasskeyErrors.TooLate;
        if (!proof.Succeeded) Log.AnswerRefused(log, proof.Error.Code);
        return proof;
    }

    private async Task<Result<PasskeyProof>> VerifyAsync(string userId, CeremonyTerms terms, string? answer, CancellationToken ct)
    {
        var response = AssertionResponse.Read(answer);
        if (!response.Succeeded) return response.Error;
        if (await FindAsync(userId, response.Value.Id, ct) is not { } stored) return WebAuthnErrors.UnknownCredential;
        var verified = ceremony.Verify(response.Value, terms, stored);
        if (!verified.Succeeded) return verified.Error;
        return new PasskeyProof(
            stored.Id.ToArray(), verified.Value.SignCount, verified.Value.Flags.HasFlag(AuthenticatorFlags.BackedUp),
            verified.Value.Flags.HasFlag(AuthenticatorFlags.UserVerified));
    }

    private async Task<StoredCredential?> FindAsync(string userId, ReadOnlyMemory<byte> id, CancellationToken ct)
    {
        var credentialId = id.ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var passkey = await db.UserPasskeys.AsNoTracking().SingleOrDefaultAsync(p => p.CredentialId == credentialId && p.UserId == userId, ct);
        return passkey is null ? null
            : new StoredCredential(passkey.CredentialId, passkey.Data.PublicKey, passkey.Data.IsBackupEligible, UserHandle.Of(userId));
    }
}
