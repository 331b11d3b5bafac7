using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>Codes that may have been used in a time that the database does not know.</summary>
internal static class UsedCodes
{
    /// <summary>
    /// Raises the last accepted step of every device and token to the newest that could be accepted at <paramref name="now"/>:
    /// one step ahead of its own clock. The next code but one of each is good again.
    /// </summary>
    /// <returns>How many were raised.</returns>
    public static async Task<int> RuleOutAsync(IamDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var seconds = now.ToUnixTimeSeconds();
        var devices = await db.MfaDevices
            .Where(d => d.ProtectedSeed != null && d.LastAcceptedStep < (seconds / d.PeriodSeconds) + d.DriftSteps + 1)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.LastAcceptedStep, d => (seconds / d.PeriodSeconds) + d.DriftSteps + 1), ct);
        var tokens = await db.HardwareTokens
            .Where(t => t.LastAcceptedStep < (seconds / t.PeriodSeconds) + t.DriftSteps + 1)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.LastAcceptedStep, t => (seconds / t.PeriodSeconds) + t.DriftSteps + 1), ct);
        return devices + tokens;
    }
}
