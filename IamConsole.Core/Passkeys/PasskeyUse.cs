using IamConsole.Core.Persistence;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Keeps counter and backup state of a passkey after an assertion, and judges the counter.</summary>
internal static class PasskeyUse
{
    /// <summary>
    /// Within the caller's transaction, which must hold the user's lock: of two assertions with one counter the second finds it
    /// taken (7.2 step 22, possible clone).
    /// </summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="userId">Whose sign-in it is.</param>
    /// <param name="proof">The verified assertion.</param>
    /// <param name="refusesFallenCounter">Whether a counter that did not rise refuses the answer, or only marks the key.</param>
    /// <param name="now">For the mark.</param>
    /// <param name="ct">Cancels the wait.</param>
    public static async Task<KeyUse> RecordAsync(
        IamDbContext db, string userId, PasskeyProof proof, bool refusesFallenCounter, DateTimeOffset now, CancellationToken ct)
    {
        var passkey = await db.UserPasskeys.SingleOrDefaultAsync(p => p.CredentialId == proof.CredentialId && p.UserId == userId, ct);
        var device = await db.MfaDevices.SingleOrDefaultAsync(d => d.CredentialId == proof.CredentialId && d.UserId == userId, ct);
        if (passkey is null || device is null) return new KeyUse(null, WebAuthnErrors.UnknownCredential);
        var stored = passkey.Data.SignCount;
        var fell = (stored != 0 || proof.SignCount != 0) && proof.SignCount <= stored;
        if (fell) device.CloneSuspectedAt ??= now;
        if (!fell || !refusesFallenCounter)
        {
            // A fallen counter is not taken over: whichever copy has the higher one, the other keeps being noticed.
            if (!fell) passkey.Data.SignCount = proof.SignCount;
            passkey.Data.IsBackedUp = proof.IsBackedUp;
            device.IsSynced = proof.IsBackedUp;
        }

        await db.SaveChangesAsync(ct);
        return new KeyUse(device.Id, fell && refusesFallenCounter ? PasskeyErrors.CounterFell : null, fell);
    }
}
