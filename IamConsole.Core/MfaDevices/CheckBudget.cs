using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>
/// Nine checks for each device in any three minutes, a hundred failures in a row for its life.
/// One conditional statement counts; its caller commits before comparing (security bar C11 to C17).
/// </summary>
internal static class CheckBudget
{
    /// <summary>Counts one check as failed; false when there is no budget left and nothing may be compared.</summary>
    public static async Task<bool> TakeAsync(IamDbContext db, string deviceId, DateTimeOffset now, CancellationToken ct)
    {
        var (free, future) = (RecentTimes.Text(now - MfaLimits.Window), RecentTimes.Text(now + RecentTimes.Skew));
        var (none, one) = (RecentTimes.None(MfaLimits.ChecksPerWindow), RecentTimes.Text(now));
        return await db.MfaDevices
            .Where(d => d.Id == deviceId && d.FailedChecks < MfaLimits.FailuresThatDisable && d.SuspendedAt == null
                && (d.CheckTimes == null || string.Compare(d.CheckTimes.Substring(0, RecentTimes.Length), free) <= 0
                    || string.Compare(d.CheckTimes.Substring(0, RecentTimes.Length), future) > 0))
            .ExecuteUpdateAsync(
                s => s.SetProperty(d => d.FailedChecks, d => d.FailedChecks + 1)
                    .SetProperty(d => d.CheckTimes, d => string.Concat((d.CheckTimes ?? none).Substring(RecentTimes.Length), one)), ct) == 1;
    }

    /// <summary>
    /// Accepts a step: one conditional update, so that of two parallel tries with one code one wins (C1 to C5). A single code
    /// that was refused and explained before is not accepted; of a pair the other code is proof enough.
    /// </summary>
    public static async Task<bool> AcceptAsync(
        IamDbContext db, string deviceId, long step, DateTimeOffset? usedAt, int? newDrift, CancellationToken ct) =>
        await db.MfaDevices
            .Where(d => d.Id == deviceId && d.LastAcceptedStep < step && d.FailedChecks <= MfaLimits.FailuresThatDisable
                && (newDrift != null || d.ExplainedStep != step) && d.DisabledAt == null && d.SuspendedAt == null)
            .ExecuteUpdateAsync(
                s => s.SetProperty(d => d.LastAcceptedStep, step)
                    .SetProperty(d => d.FailedChecks, 0)
                    .SetProperty(d => d.LastUsedAt, d => usedAt ?? d.LastUsedAt)
                    .SetProperty(d => d.DriftSteps, d => newDrift ?? d.DriftSteps), ct) == 1;

    /// <summary>
    /// Takes back one failure of each: a right code of one device is no guess at the user's others. Without this, whoever
    /// signs in a hundred times with one device would disable the second.
    /// </summary>
    public static Task GiveBackAsync(IamDbContext db, IEnumerable<string> deviceIds, CancellationToken ct) =>
        db.MfaDevices.Where(d => deviceIds.Contains(d.Id) && d.FailedChecks > 0 && d.DisabledAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.FailedChecks, d => d.FailedChecks - 1), ct);

    /// <summary>Marks the device as disabled for good once its failures have reached the limit.</summary>
    public static async Task<bool> DisableIfSpentAsync(IamDbContext db, string deviceId, DateTimeOffset now, CancellationToken ct) =>
        await db.MfaDevices
            .Where(d => d.Id == deviceId && d.FailedChecks >= MfaLimits.FailuresThatDisable && d.DisabledAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.DisabledAt, now), ct) == 1;
}
