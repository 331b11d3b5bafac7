using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>
/// A server whose clock is behind its own records does not start: codes, sessions and throttles all live by the clock, and
/// no code of a device whose last was of a later time would be accepted until that time has come.
/// </summary>
public sealed class ClockCheck(IDbContextFactory<IamDbContext> databases, AuditFiles files, TimeProvider clock)
{
    // Clocks of two servers with one database differ a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Compares the clock with the last row of the trail and the last checkpoint.</summary>
    /// <exception cref="ClockBehindException">The clock is behind.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!(await db.Database.GetAppliedMigrationsAsync(ct)).Any()) return;
        var now = clock.GetUtcNow();
        var row = await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.At }).FirstOrDefaultAsync(ct);
        if (row?.At > now + Tolerance) throw new ClockBehindException(now, row.At);

        // Once the trail has gone on behind it, the time of a checkpoint is history.
        if (CheckpointFile.Newest(files.Checkpoints) is { } checkpoint
            && checkpoint.Sequence >= (row?.Sequence ?? 0) && checkpoint.Time > now + Tolerance)
            throw new ClockBehindException(now, checkpoint.Time);
    }
}
