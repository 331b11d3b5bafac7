using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>How a token becomes a device, in a session or inside a sign-in: counted, taken by one conditional update, stored.</summary>
internal static class TokenClaim
{
    /// <summary>Counts one attempt; false when there is no budget left and nothing may be compared. The caller commits first.</summary>
    public static async Task<bool> CountAsync(IamDbContext db, HardwareToken token, DateTimeOffset now, CancellationToken ct)
    {
        var (free, future) = (RecentTimes.Text(now - MfaLimits.Window), RecentTimes.Text(now + RecentTimes.Skew));
        var (none, one) = (RecentTimes.None(MfaLimits.ChecksPerWindow), RecentTimes.Text(now));
        return await db.HardwareTokens
            .Where(t => t.Id == token.Id && (t.CheckTimes == null
                || string.Compare(t.CheckTimes.Substring(0, RecentTimes.Length), free) <= 0
                || string.Compare(t.CheckTimes.Substring(0, RecentTimes.Length), future) > 0))
            .ExecuteUpdateAsync(
                s => s.SetProperty(t => t.CheckTimes, t => string.Concat((t.CheckTimes ?? none).Substring(RecentTimes.Length), one)), ct) == 1;
    }

    /// <summary>Takes the token as it was read and keeps what the codes say of its clock; false when somebody was quicker.</summary>
    public static async Task<bool> TakeAsync(
        IamDbContext db, HardwareToken token, DeviceEnrolment enrolment, Synchronization pair, CancellationToken ct)
    {
        var taken = await db.HardwareTokens
            .Where(t => t.Id == token.Id && t.State == token.State && t.UserId == token.UserId && t.DeviceId == null
                && t.LastAcceptedStep == token.LastAcceptedStep)
            .ExecuteUpdateAsync(
                s => s.SetProperty(t => t.DeviceId, enrolment.DeviceId)
                    .SetProperty(t => t.State, TokenState.Active)
                    .SetProperty(t => t.UserId, enrolment.UserId)
                    .SetProperty(t => t.AccountId, enrolment.AccountId), ct) == 1;
        if (taken)
            await db.KeepReadingAsync(
                new MeasuredClock(token.Id, enrolment.AccountId, token.PeriodSeconds, pair.DriftSteps, IsSynchronized: true, pair.Reading), ct);
        return taken;
    }

    /// <summary>The device, with the seed encrypted anew for it and the clock as the two codes measured it.</summary>
    public static MfaDevice Device(
        DeviceEnrolment enrolment, HardwareToken token, SeedProtector seeds, TotpSecret secret, Synchronization pair, DateTimeOffset now) =>
        new()
        {
            Id = enrolment.DeviceId,
            AccountId = enrolment.AccountId,
            UserId = enrolment.UserId,
            Kind = MfaDeviceKind.Hardware,
            Name = enrolment.Name,
            NormalizedName = MfaDeviceName.Normalize(enrolment.Name),
            Identifier = token.Serial,
            CreatedAt = now,
            ProtectedSeed = seeds.ForDevice(enrolment.AccountId, enrolment.DeviceId, secret),
            Algorithm = token.Algorithm,
            Digits = token.Digits,
            PeriodSeconds = token.PeriodSeconds,
            DriftSteps = pair.DriftSteps,
            LastAcceptedStep = pair.Step,
            HardwareTokenId = token.Id,
        };
}
