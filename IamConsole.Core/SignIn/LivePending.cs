using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>A pending sign-in with its user and account, checked anew at every step.</summary>
internal sealed record LivePending(PendingSignIn Pending, IamUser User, Account Account, DateTimeOffset Now)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public AuditActor Actor => AuditActor.Of(User.IsRoot, User.Id, User.Name);

    /// <summary>Until when registering a device may be put off; null when none is asked of this user.</summary>
    public DateTimeOffset? SkipUntil => MfaRequirement.DueAt(User, Account);

    /// <summary>What a new password must be.</summary>
    public PasswordPolicy PasswordPolicy => User.IsRoot ? PasswordPolicy.Default : Account.PasswordPolicy;

    /// <summary>Whether the user must register a device, or put that off, before this sign-in ends.</summary>
    public bool LacksDevice => SkipUntil is not null && !MfaRequirement.IsMet(User, Account.MfaPolicy) && !Pending.MfaSkipped;

    private bool PasswordIsOver => PasswordExpiry.IsOver(User, Account, Now);

    /// <summary>
    /// Null when expired, used, of another browser, or overtaken by a change of the credentials.
    /// Within a transaction it waits for other changes of the user first.
    /// </summary>
    public static async Task<LivePending?> FindAsync(
        IamDbContext db, string? token, string binding, DateTimeOffset now, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var id = SecretToken.Hash(token);
        if (db.Database.CurrentTransaction is not null
            && await db.PendingSignIns.Where(p => p.Id == id).Select(p => p.UserId).SingleOrDefaultAsync(ct) is { } holder)
            await db.LockUsersAsync([holder], ct);
        var pending = await db.PendingSignIns.SingleOrDefaultAsync(p => p.Id == id, ct);
        if (pending is null || pending.EndedAt is not null || now >= pending.ExpiresAt
            || pending.CreatedAt - now >= SessionLimits.ClockSkew || pending.BrowserBinding != binding)
            return null;
        var user = await db.Users.SingleAsync(u => u.Id == pending.UserId, ct);
        if (!user.HasConsoleAccess || user.SecurityStamp != pending.SecurityStamp) return null;
        return new LivePending(pending, user, await db.Accounts.SingleAsync(a => a.Id == pending.AccountId, ct), now);
    }

    public SignInNext Next() =>
        User.DeviceCount > 0 && Pending.FactorProvenAt is null ? SignInNext.Factor
        : PasswordIsOver && Account.PasswordPolicy.ExpiryNeedsAdministrator ? SignInNext.PasswordExpired
        : PasswordIsOver || User.MustChangePassword ? SignInNext.ChangePassword
        : Pending is { OfferedTokenId: not null, TokenSettled: false } ? SignInNext.ActivateToken
        : LacksDevice ? SignInNext.RegisterMfa
        : SignInNext.Done;
}
