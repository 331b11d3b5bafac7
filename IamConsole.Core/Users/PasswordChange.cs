using IamConsole.Core.Persistence;

namespace IamConsole.Core.Users;

/// <summary>What a new password does to its user, whoever set it.</summary>
internal static class PasswordChange
{
    public static async Task ApplyAsync(
        IamDbContext db, IamUser user, string? hash, DateTimeOffset now, bool mustChange, CancellationToken ct)
    {
        await PasswordHistory.AddAsync(db, user, now, ct);
        user.PasswordHash = hash;
        user.PasswordChangedAt = hash is null ? null : now;
        user.MustChangePassword = mustChange;
        user.PasswordStolenAt = null;
        user.FactorFailures = 0;
        user.RenewSecurityStamp();
    }
}
