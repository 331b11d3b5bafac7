using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>
/// Slows guessing of passwords: ten failures for one name from one address, a thousand from one address, in five minutes.
/// No counter is keyed on the name alone, so a stranger elsewhere cannot lock anybody out.
/// A throttled attempt costs the same time and gets the same answer as a wrong password.
/// </summary>
internal static class PasswordThrottle
{
    private const int PerNameAndAddress = 10;
    private const int PerAddress = 1000;
    private const int WindowSeconds = 300;

    /// <summary>What counts passwords asked within a session: changing it and confirming one's identity share a budget.</summary>
    public static string WithinSession(string userId) => "session:" + userId;

    public static async Task<bool> IsThrottledAsync(
        IamDbContext db, string name, string? address, DateTimeOffset now, CancellationToken ct)
    {
        var (window, both, one) = Keys(name, address, now);
        return await db.SignInThrottles.AnyAsync(
            t => t.Window == window && (t.Id == both && t.Failures >= PerNameAndAddress || t.Id == one && t.Failures >= PerAddress), ct);
    }

    public static async Task CountFailureAsync(
        IamDbContext db, string name, string? address, DateTimeOffset now, CancellationToken ct)
    {
        var (window, both, one) = Keys(name, address, now);
        await db.SignInThrottles.Where(t => t.Window < window).ExecuteDeleteAsync(ct);
        await AddAsync(db, both, window, ct);

        // Without an address there is nobody to blame but everybody: one user's failures must not slow all sessions.
        if (address is not null) await AddAsync(db, one, window, ct);
    }

    public static Task ForgiveAsync(IamDbContext db, string name, string? address, DateTimeOffset now, CancellationToken ct)
    {
        var (_, both, _) = Keys(name, address, now);
        return db.SignInThrottles.Where(t => t.Id == both).ExecuteDeleteAsync(ct);
    }

    // One statement in both dialects: two first failures at once must not collide.
    private static Task<int> AddAsync(IamDbContext db, string id, long window, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "SignInThrottles" ("Id", "Window", "Failures") VALUES ({id}, {window}, 1)
             ON CONFLICT ("Id") DO UPDATE SET
               "Failures" = CASE WHEN "SignInThrottles"."Window" = {window} THEN "SignInThrottles"."Failures" + 1 ELSE 1 END,
               "Window" = {window}
             """,
            ct);

    private static (long Window, string Both, string One) Keys(string name, string? address, DateTimeOffset now) =>
        (now.ToUnixTimeSeconds() / WindowSeconds, SecretToken.Hash($"name:{name}\n{address}"), SecretToken.Hash($"address:{address}"));
}
