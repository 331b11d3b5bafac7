using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountOpening;

/// <summary>
/// The operator's way back for whom nobody in the account can help: root without its device or password, or the last
/// administrator. A right that comes with the server, not with the account; the gate is not asked, the trail is told.
/// </summary>
public sealed class RecoverUser(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, PasswordHashing passwords, AuditTrailWriter audit)
{
    /// <summary>Removes the user's devices, ends the user's sessions and sets a password that the next sign-in must change.</summary>
    /// <param name="accountIdOrAlias">The account.</param>
    /// <param name="userName">An IAM user; null for root.</param>
    /// <param name="password">The password for one sign-in.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The names of the devices that were removed.</returns>
    public async Task<Result<string[]>> RunAsync(string accountIdOrAlias, string? userName, string password, CancellationToken ct)
    {
        string hash;
        try
        {
            hash = await passwords.HashAsync(password, HashAsker.Operator, ct);
        }
        catch (HashingBusyException)
        {
            return UserErrors.Busy;
        }

        accountIdOrAlias = TypedAccount.Normalize(accountIdOrAlias);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountIdOrAlias || a.Alias == accountIdOrAlias, ct);
        if (account is null) return AccountOpeningErrors.NoSuchAccount;
        if (userName is null && !Partition.AllowsRootSignIn(account.Partition)) return AccountOpeningErrors.RootCannotSignIn;
        if (await FindAsync(db, account, userName, ct) is not { } user) return AccountOpeningErrors.NoSuchUser;
        var now = clock.GetUtcNow();
        var devices = await db.MfaDevices.Where(d => d.UserId == user.Id).ToListAsync(ct);
        foreach (var device in devices)
            await RemoveMfaDevice.FreeAsync(db, account, device, now, AuditActor.Operator.Name!, user.Name, ct);
        db.MfaDevices.RemoveRange(devices);
        (user.VirtualDevices, user.SecurityKeys, user.HardwareTokens) = (0, 0, 0);
        await PasswordChange.ApplyAsync(db, user, hash, now, mustChange: true, ct);
        db.Tell(user, now, "The operator of this console removed your MFA devices and set a new password.", ClientInfo.Operator);
        audit.Write(db, "RecoverUser", AuditActor.Operator, ClientInfo.Operator, account.Id, target: user.ArnIn(account),
            details: new { userName = user.Name, mfaDevices = devices.Select(d => d.Identifier) });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return devices.Select(d => d.Name).ToArray();
    }

    // A sign-in or a wizard under way holds this row until it is through.
    private static async Task<IamUser?> FindAsync(IamDbContext db, Account account, string? userName, CancellationToken ct)
    {
        var name = userName is null ? null : UserName.Normalize(userName);
        var users = db.Users.Where(u => u.AccountId == account.Id && u.IsRoot == (name == null) && (name == null || u.NormalizedName == name));
        if (await users.Select(u => u.Id).SingleOrDefaultAsync(ct) is not { } id) return null;
        await db.LockUsersAsync([id], ct);
        return await users.SingleOrDefaultAsync(ct);
    }
}
