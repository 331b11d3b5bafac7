using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// The first step: the password. One hash for each attempt, whoever is named, and one answer for every failure. A throttled attempt
/// costs no hash, but the time of one.
/// </summary>
public sealed class BeginSignIn(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, PasswordHashing passwords,
    SignInCompletion completion, AuditTrailWriter audit)
{
    /// <summary>Checks the password and opens a pending sign-in, bound to <paramref name="browserBinding"/>.</summary>
    public async Task<Result<BegunSignIn>> RunAsync(
        Credentials credentials, string browserBinding, ClientInfo client, CancellationToken ct)
    {
        credentials = credentials.Normalized();
        string key;
        string? accountId;
        IamUser? user;
        bool throttled;
        await using (var reading = await databases.CreateDbContextAsync(ct))
        {
            (accountId, user) = await FindAsync(reading, credentials, ct);
            key = ThrottleKey(user, credentials);
            throttled = await PasswordThrottle.IsThrottledAsync(reading, key, client.Address, clock.GetUtcNow(), ct);
        }

        var verified = PasswordVerificationResult.Failed;
        string? newHash = null;
        var asker = HashAsker.AtSignIn(key, client);
        try
        {
            if (throttled) await passwords.PretendAsync(asker, ct);
            else verified = await passwords.VerifyAsync(user?.PasswordHash, credentials.Password, asker, ct);
            if (verified is PasswordVerificationResult.SuccessRehashNeeded) newHash = await passwords.HashAsync(credentials.Password, asker, ct);
        }
        catch (HashingBusyException)
        {
            return SignInErrors.Busy;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var now = clock.GetUtcNow();

        // Of many guesses at once the tenth that was wrong closes the door, whatever the others have found meanwhile.
        if (verified is not PasswordVerificationResult.Failed) throttled = await PasswordThrottle.IsThrottledAsync(db, key, client.Address, now, ct);
        if (user is null || throttled || verified is PasswordVerificationResult.Failed)
        {
            await PasswordThrottle.CountFailureAsync(db, key, client.Address, now, ct, throttled);
            if (user is null) await ReadAsOfKnownAsync(db, accountId, ct);
            audit.Write(db, "ConsoleLogin", user is null ? AuditActor.Unknown : AuditActor.Of(user.IsRoot, user.Id, user.Name),
                client, accountId, reason: throttled ? "Throttled" : user is null ? "UnknownUser" : "WrongPassword");
            await db.SaveChangesAsync(ct);
            await SignInTally.CountWrongPasswordAsync(db, user?.AccountId ?? SignInTally.Nobodys, now, ct);
            await transaction.CommitAsync(ct);
            return SignInErrors.AuthenticationFailed;
        }

        // The password was checked outside this transaction: it must still be the same one.
        var hash = user.PasswordHash;
        await db.LockUsersAsync([user.Id], ct);
        user = await db.Users.SingleOrDefaultAsync(u => u.Id == user.Id && u.PasswordHash == hash, ct);
        if (user is null) return SignInErrors.AuthenticationFailed; // Changed or deleted in these milliseconds.
        if (newHash is not null) user.PasswordHash = newHash;
        await PasswordThrottle.ForgiveAsync(db, key, client.Address, ct);
        var token = SecretToken.New();
        var live = await OpenAsync(db, user, token, browserBinding, now, ct);
        audit.Write(db, "PasswordAccepted", live.Actor, client, user.AccountId, target: user.ArnIn(live.Account));
        var step = await completion.AdvanceAsync(db, live, client, ct);
        await transaction.CommitAsync(ct);
        return new BegunSignIn(token, step!);
    }

    // The account is told to the audit trail also when the user is unknown: its administrators see who tries names.
    private static async Task<(string? AccountId, IamUser? User)> FindAsync(IamDbContext db, Credentials typed, CancellationToken ct)
    {
        if (typed.RootEmail is not null)
        {
            if (!EmailAddress.IsValid(typed.RootEmail)) return (null, null);
            var email = EmailAddress.Normalize(typed.RootEmail);
            var root = await db.Users.AsNoTracking().Where(u => u.IsRoot && u.NormalizedEmail == email).SingleOrDefaultAsync(ct);
            return (root?.AccountId, root);
        }

        if (!UserName.IsValid(typed.UserName) || string.IsNullOrEmpty(typed.Account)) return (null, null);
        var account = AccountId.IsValid(typed.Account) || AccountAlias.IsValid(typed.Account)
            ? await db.Accounts.Where(a => a.Id == typed.Account || a.Alias == typed.Account).Select(a => a.Id).SingleOrDefaultAsync(ct)
            : null;
        var name = UserName.Normalize(typed.UserName!);
        var within = account ?? "";
        return (account, await db.Users.AsNoTracking()
            .SingleOrDefaultAsync(u => u.AccountId == within && !u.IsRoot && u.NormalizedName == name, ct));
    }

    // What the audit trail reads about a known user: the absence of these statements would tell which names exist (security bar T16).
    private static async Task ReadAsOfKnownAsync(IamDbContext db, string? accountId, CancellationToken ct)
    {
        await db.Users.FindAsync([""], ct);
        await db.Accounts.FindAsync([accountId ?? ""], ct);
    }

    private static async Task<LivePending> OpenAsync(
        IamDbContext db, IamUser user, string token, string binding, DateTimeOffset now, CancellationToken ct)
    {
        await db.PendingSignIns.Where(p => p.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
        var pending = new PendingSignIn
        {
            Id = SecretToken.Hash(token),
            AccountId = user.AccountId,
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            BrowserBinding = binding,
            CreatedAt = now,
            ExpiresAt = now + LivePending.Lifetime,
        };
        db.PendingSignIns.Add(pending);
        return new LivePending(pending, user, await db.Accounts.SingleAsync(a => a.Id == user.AccountId, ct), now);
    }

    // Number and alias name one account: a known user has one budget, however he is named.
    private static string ThrottleKey(IamUser? user, Credentials typed) =>
        user is not null ? "id:" + user.Id
        : typed.RootEmail is { } email ? "root:" + EmailAddress.Normalize(email)
        : $"user:{typed.Account}/{UserName.Normalize(typed.UserName ?? "")}";
}
