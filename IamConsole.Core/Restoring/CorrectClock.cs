using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>
/// After the clock was in the future and is right again: what was dated then would last, or lock somebody out, until that
/// time has come. Everybody signs in anew, and devices count from now on.
/// </summary>
public sealed class CorrectClock(IDbContextFactory<IamDbContext> databases, AuditTrailWriter audit, TimeProvider clock)
{
    /// <summary>Ends what is dated in the future.</summary>
    /// <returns>Devices whose last accepted step lay in the future, as <c>account device</c>. They should be assigned anew.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var ahead = db.MfaDevices.Where(d => d.ProtectedSeed != null && d.LastAcceptedStep > (seconds / d.PeriodSeconds) + d.DriftSteps + 1);
        var devices = await ahead.OrderBy(d => d.AccountId).ThenBy(d => d.Identifier).Select(d => d.AccountId + " " + d.Identifier).ToListAsync(ct);
        await ahead.ExecuteUpdateAsync(s => s
            .SetProperty(d => d.LastAcceptedStep, d => (seconds / d.PeriodSeconds) + d.DriftSteps + 1).SetProperty(d => d.ExplainedStep, 0), ct);
        await db.HardwareTokens.Where(t => t.LastAcceptedStep > (seconds / t.PeriodSeconds) + t.DriftSteps + 1)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.LastAcceptedStep, t => (seconds / t.PeriodSeconds) + t.DriftSteps + 1), ct);
        await UsedCodes.RuleOutAsync(db, now, ct);
        var sessions = await OpenSignIns.EndAsync(db, now, ct);
        await FutureDates.EndAsync(db, now, ct);
        audit.Write(db, "ClockCorrected", AuditActor.Operator, ClientInfo.Operator, accountId: null, details: new { devices, sessions });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return devices;
    }
}
