using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.TokenStock;

/// <summary>
/// Keeps what accepted codes say of a token's clock, in the transaction that accepts them. Its cost does not grow: one update,
/// and on a day's first code the forecast anew from at most <see cref="ClockForecast.Days"/> short rows of one token.
/// </summary>
internal static class TokenReadings
{
    /// <summary>Older readings are forgotten; there is one for each day, so this is also the most that a token has.</summary>
    public const int DaysKept = 400;

    /// <summary>Keeps the reading; the last of a day stays. It refuses nothing: a day's row is made or changed, or not made for a token that is gone.</summary>
    public static async Task KeepReadingAsync(this IamDbContext db, MeasuredClock clock, CancellationToken ct)
    {
        var (id, at) = (clock.TokenId, clock.Reading.At.UtcDateTime);
        var (day, second, offset) = (DateOnly.FromDateTime(at), (int)at.TimeOfDay.TotalSeconds, clock.Reading.OffsetSteps);
        var again = await db.TokenReadings.Where(r => r.TokenId == id && r.Day == day).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.SecondOfDay, second)
                .SetProperty(r => r.OffsetSteps, offset)
                .SetProperty(r => r.AccountId, clock.AccountId), ct) == 1;
        if (again && !clock.IsSynchronized) return;
        if (!again)
        {
            await InsertAsync(db, id, day, clock.AccountId, second, offset, ct);
            var oldest = day.AddDays(-DaysKept + 1);
            await db.TokenReadings.Where(r => r.TokenId == id && r.Day < oldest).ExecuteDeleteAsync(ct);
        }

        await ForecastAsync(db, clock, day, ct);
    }

    // One statement in both dialects: two first codes of a day at once must not collide.
    private static Task InsertAsync(IamDbContext db, string id, DateOnly day, string account, int second, int offset, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "TokenReadings" ("TokenId", "Day", "AccountId", "SecondOfDay", "OffsetSteps")
             SELECT {id}, {day}, {account}, {second}, {offset} WHERE EXISTS (SELECT 1 FROM "HardwareTokens" WHERE "Id" = {id})
             ON CONFLICT ("TokenId", "Day") DO UPDATE SET
               "SecondOfDay" = excluded."SecondOfDay", "OffsetSteps" = excluded."OffsetSteps", "AccountId" = excluded."AccountId"
             """, ct);

    // Kept at the token, so that the dashboard asks an index for the tokens that leave soon, however many there are.
    private static async Task ForecastAsync(IamDbContext db, MeasuredClock clock, DateOnly day, CancellationToken ct)
    {
        var (id, since) = (clock.TokenId, day.AddDays(-ClockForecast.Days));
        var readings = await db.TokenReadings.AsNoTracking().Where(r => r.TokenId == id && r.Day >= since).ToListAsync(ct);
        var leaves = ClockForecast.Of(readings.ConvertAll(r => r.Value), clock.PeriodSeconds, clock.DriftSteps)?.LeavesOn;
        await db.HardwareTokens.Where(t => t.Id == id && t.LeavesOn != leaves)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.LeavesOn, leaves), ct);
    }
}
