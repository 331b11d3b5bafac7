using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Users;

/// <summary>
/// Slows guessing of passwords: ten failures for one name from one network, a thousand from one network, in the last five
/// minutes, whenever these began. No counter is keyed on the name alone, so a stranger elsewhere cannot lock anybody out.
/// A throttled attempt takes the same time and gets the same answer as a wrong password.
/// </summary>
internal static class PasswordThrottle
{
    private const int PerNameAndNetwork = 10;
    private const int PerNetwork = 1000;
    private const int WindowSeconds = 300;

    /// <summary>What counts passwords asked within a session: changing it and confirming one's identity share a budget.</summary>
    public static string WithinSession(string userId) => "session:" + userId;

    public static async Task<bool> IsThrottledAsync(
        IamDbContext db, string name, string? address, DateTimeOffset now, CancellationToken ct)
    {
        var (both, one) = Keys(name, address);
        var (since, future) = (now.ToUnixTimeSeconds() - WindowSeconds, (now + RecentTimes.Skew).ToUnixTimeSeconds());
        var failures = await db.PasswordFailures.Where(t => t.Second > since && t.Second <= future && (t.Id == both || t.Id == one))
            .GroupBy(t => t.Id).Select(g => new { g.Key, Sum = g.Sum(t => t.Failures) }).ToListAsync(ct);
        return failures.Exists(f => f.Sum >= (f.Key == both ? PerNameAndNetwork : PerNetwork));
    }

    /// <summary>Counts a wrong password.</summary>
    /// <param name="db">The attempt's transaction.</param>
    /// <param name="name">Of whom.</param>
    /// <param name="address">From where; null within a session.</param>
    /// <param name="now">When.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="isThrottled">
    /// Nothing was compared: the same statements, without effect. Otherwise whoever goes on trying would never be let in again.
    /// </param>
    public static async Task CountFailureAsync(
        IamDbContext db, string name, string? address, DateTimeOffset now, CancellationToken ct, bool isThrottled = false)
    {
        var (both, one) = Keys(isThrottled ? "throttled:" + name : name, isThrottled && address is not null ? "throttled" : address);
        var (second, future) = (now.ToUnixTimeSeconds(), (now + RecentTimes.Skew).ToUnixTimeSeconds());
        await db.PasswordFailures.Where(t => t.Second <= second - WindowSeconds || t.Second > future).ExecuteDeleteAsync(ct);
        await AddAsync(db, both, second, ct);

        // Without an address there is nobody to blame but everybody: one user's failures must not slow all sessions.
        if (address is not null) await AddAsync(db, one, second, ct);
    }

    public static Task ForgiveAsync(IamDbContext db, string name, string? address, CancellationToken ct)
    {
        var (both, _) = Keys(name, address);
        return db.PasswordFailures.Where(t => t.Id == both).ExecuteDeleteAsync(ct);
    }

    // One statement in both dialects: two first failures at once must not collide.
    private static Task<int> AddAsync(IamDbContext db, string id, long second, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "PasswordFailures" ("Id", "Second", "Failures") VALUES ({id}, {second}, 1)
             ON CONFLICT ("Id", "Second") DO UPDATE SET "Failures" = "PasswordFailures"."Failures" + 1
             """,
            ct);

    private static (string Both, string One) Keys(string name, string? address)
    {
        var network = ClientNetwork.Of(address);
        return (SecretToken.Hash($"name:{name}\n{network}"), SecretToken.Hash($"address:{network}"));
    }
}
