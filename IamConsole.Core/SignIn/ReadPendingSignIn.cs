using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>What the second step shows to whoever passed the first.</summary>
public sealed class ReadPendingSignIn(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    private const int WrongCodesBeforeResync = 3;

    /// <summary>Null when the sign-in has ended.</summary>
    public async Task<PendingSignInView?> RunAsync(string? token, string binding, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await LivePending.FindAsync(db, token, binding, now, ct) is not { } live) return null;
        var devices = await db.MfaDevices.AsNoTracking().Where(d => d.UserId == live.User.Id)
            .OrderBy(d => d.CreatedAt).Select(d => new { d.Id, d.Kind, d.Name }).ToListAsync(ct);
        var lastUsed = devices.Find(d => d.Id == live.User.LastUsedDeviceId)?.Kind;
        var methods = devices.GroupBy(d => d.Kind)
            .OrderByDescending(g => g.Key == lastUsed).ThenBy(g => g.Key)
            .Select(g => new SignInMethod(g.Key, [.. g.Select(d => d.Name)]))
            .ToList();
        var skipUntil = live.SkipUntil ?? now;
        var left = (skipUntil - now).TotalDays;
        return new PendingSignInView(
            live.Next(), live.User.Name, live.User.IsRoot, live.Account.Label, live.Account.Id, methods,
            live.Pending.WrongCodes >= WrongCodesBeforeResync && methods.Exists(m => m.Kind is not MfaDeviceKind.SecurityKey),
            left > 0 ? (int)Math.Ceiling(left) : 0, skipUntil, live.User.PasswordStolenAt is not null,
            live.Pending.ExpiresAt, ConsolePasswordRules.Describe(live.PasswordPolicy), await OfferedToken.ShowAsync(db, live, ct));
    }

    /// <summary>The user a passkey ceremony of this sign-in is for, and the ceremony's owner; null when no factor is asked.</summary>
    public async Task<PendingUser?> FindUserAsync(string? token, string binding, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var live = await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct);
        return live?.Next() is SignInNext.Factor ? new PendingUser(live.Pending.Id, live.User.Id) : null;
    }
}
