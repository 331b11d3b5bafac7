using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Passkeys;

/// <summary>Keeps counter and backup state of a passkey after an assertion.</summary>
internal static class PasskeyUse
{
    /// <summary>
    /// The device's identifier, or null when the credential is not this user's or its counter did not rise
    /// since it was read: of two assertions with one counter the second is refused (step 22, possible clone).
    /// </summary>
    public static async Task<string?> RecordAsync(IamDbContext db, string userId, PasskeyProof proof, CancellationToken ct)
    {
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.LockUsersAsync([userId], ct);
        var passkey = await db.UserPasskeys.SingleOrDefaultAsync(
            p => p.CredentialId == proof.CredentialId && p.UserId == userId, ct);
        var device = await db.MfaDevices.SingleOrDefaultAsync(
            d => d.CredentialId == proof.CredentialId && d.UserId == userId, ct);
        if (passkey is null || device is null) return null;
        var stored = passkey.Data.SignCount;
        if ((stored != 0 || proof.SignCount != 0) && proof.SignCount <= stored) return null;
        passkey.Data.SignCount = proof.SignCount;
        passkey.Data.IsBackedUp = proof.IsBackedUp;
        device.IsSynced = proof.IsBackedUp;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return device.Id;
    }
}
