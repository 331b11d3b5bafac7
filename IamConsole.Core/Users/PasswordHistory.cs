using IamConsole.Core.Accounts;
using IamConsole.Core.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>
/// "Prevent password reuse". Kept whether the policy asks for it or not, so that it holds from the moment it is switched on;
/// compared outside any transaction, because each comparison costs a hash.
/// </summary>
internal static class PasswordHistory
{
    /// <summary>The hashes that a new password of <paramref name="user"/> must not match: the present one, then the newest former ones.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(IamDbContext db, IamUser user, PasswordPolicy policy, CancellationToken ct)
    {
        if (user.IsRoot || policy.RememberedPasswords is not { } remembered) return [];
        var former = await db.FormerPasswords.Where(p => p.UserId == user.Id)
            .OrderByDescending(p => p.ReplacedAt).Take(remembered).Select(p => p.Hash).ToListAsync(ct);
        return [.. (user.PasswordHash is { } present ? former.Prepend(present) : former).Take(remembered)];
    }

    /// <summary>The refusal, when one of the hashes is of this password.</summary>
    /// <exception cref="HashingBusyException">The queue is full.</exception>
    public static async Task<Error?> CheckAsync(
        PasswordHashing passwords, IReadOnlyList<string> hashes, string password, HashAsker asker, CancellationToken ct)
    {
        foreach (var hash in hashes)
            if (await passwords.VerifyAsync(hash, password, asker, ct) is not PasswordVerificationResult.Failed)
                return UserErrors.ReusedPassword;
        return null;
    }

    /// <summary>Remembers the user's present password, which another is about to replace, and forgets what no policy can ask for.</summary>
    public static async Task AddAsync(IamDbContext db, IamUser user, DateTimeOffset now, CancellationToken ct)
    {
        if (user.IsRoot || user.PasswordHash is not { } hash) return;
        var forgotten = await db.FormerPasswords.Where(p => p.UserId == user.Id)
            .OrderByDescending(p => p.ReplacedAt).Skip(PasswordPolicy.MostRemembered - 1).ToListAsync(ct);
        db.FormerPasswords.RemoveRange(forgotten);
        db.FormerPasswords.Add(new FormerPassword { Id = RandomId.New(), UserId = user.Id, Hash = hash, ReplacedAt = now });
    }
}
