using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// Compares codes with every code device of a user: counts first, in a transaction of its own, compares afterwards.
/// The one path for the MFA code, for synchronising at sign-in and for confirmations.
/// </summary>
public sealed class FactorCheck(IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds)
{
    /// <summary>One code of any device.</summary>
    internal async Task<Result<FactorMatch>> CompareAsync(IamUser user, string? code, CancellationToken ct)
    {
        var devices = await DevicesAsync(user, ct);
        if (!devices.Exists(d => TotpCode.TryParse(code, d.Digits, out _))) return SignInErrors.CodeNotSixDigits;
        DateTimeOffset? at = null;
        var match = await CompareEachAsync(user, devices, device =>
        {
            at ??= clock.GetUtcNow();
            if (!TotpCode.TryParse(code, device.Digits, out var parsed)) return null;
            var centre = device.Profile.StepAt(at.Value) + device.DriftSteps;
            return TotpVerifier.Match(Secret(device), device.Profile, parsed, centre) is { } step
                ? (step, null, ClockReading.Of(step, at.Value, device.PeriodSeconds)) : null;
        }, ct);
        return match.Outcome is FactorOutcome.Match ? match : match with { Explanation = Explain(code, devices, match, at) };
    }

    // Only after the decision, and only what was counted: a code that was not compared is not looked at here either, or the
    // explanation would be a second, uncounted comparison.
    private CodeExplanation Explain(string? code, List<MfaDevice> devices, FactorMatch match, DateTimeOffset? at) =>
        !match.WasCompared || at is not { } now ? new CodeExplanation(CodeRefusal.NotCompared)
        : CodeExplanation.Of(code, devices.Select(d => new ExplainedDevice(
            d.Id, Secret(d), d.Profile, d.DriftSteps, d.LastAcceptedStep, StandingOf(d, match))), now);

    private static DeviceStanding StandingOf(MfaDevice device, FactorMatch match) =>
        match.Counted?.Contains(device.Id) is true ? DeviceStanding.Compared
        : device.SuspendedAt is not null ? DeviceStanding.Suspended
        : device.FailedChecks >= MfaLimits.FailuresThatDisable ? DeviceStanding.Disabled
        : DeviceStanding.Limited;

    /// <summary>Two consecutive codes of any device: proves it and measures its clock.</summary>
    internal async Task<Result<FactorMatch>> CompareAsync(IamUser user, TwoCodes codes, CancellationToken ct)
    {
        var devices = await DevicesAsync(user, ct);
        var malformed = devices.Select(d => Synchronization.CheckForm(codes, d.Digits)).ToList();
        if (malformed.TrueForAll(m => m is not null)) return malformed.FirstOrDefault() ?? MfaDeviceErrors.NoSuchDevice;
        return await CompareEachAsync(user, devices, device =>
        {
            var found = Synchronization.Find(Secret(device), device.Profile, codes, device.DriftSteps, device.LastAcceptedStep);
            return found.Succeeded ? (found.Value.Step, found.Value.DriftSteps, found.Value.Reading) : null;
        }, ct);
    }

    private async Task<FactorMatch> CompareEachAsync(
        IamUser user, List<MfaDevice> devices, Func<MfaDevice, (long Step, int? Drift, ClockReading Reading)?> compare, CancellationToken ct)
    {
        var counted = await CountAsync(user, devices, ct);
        if (counted.Count == 0) return new FactorMatch(WhyNone(devices)) { NextCheck = await NextCheckAsync(user, ct) };
        var ids = counted.ConvertAll(d => d.Id);
        FactorMatch? reused = null, match = null;
        foreach (var device in counted)
        {
            if (compare(device) is not { } hit) continue;
            var found = new FactorMatch(FactorOutcome.Match, device.Id, hit.Step, hit.Drift, ids, device.Measured(hit.Reading, hit.Drift));
            if (hit.Step > device.LastAcceptedStep) match ??= found;
            else reused ??= found with { Outcome = FactorOutcome.Reused };
        }

        return match ?? reused ?? new FactorMatch(FactorOutcome.Wrong, Counted: ids);
    }

    // Read anew: others may have counted meanwhile.
    private async Task<DateTimeOffset> NextCheckAsync(IamUser user, CancellationToken ct) =>
        (await DevicesAsync(user, ct)).Where(d => d.SuspendedAt is null && d.FailedChecks < MfaLimits.FailuresThatDisable)
        .Select(d => MfaLimits.NextCheck(d.CheckTimes)).DefaultIfEmpty(clock.GetUtcNow()).Min();

    // Only what waiting mends is called a limit.
    private static FactorOutcome WhyNone(List<MfaDevice> devices) =>
        devices.TrueForAll(d => d.SuspendedAt is not null) ? FactorOutcome.Suspended
        : devices.TrueForAll(d => d.SuspendedAt is not null || d.FailedChecks >= MfaLimits.FailuresThatDisable) ? FactorOutcome.Disabled
        : FactorOutcome.Limited;

    /// <summary>Counts the attempt at each device and at the user; answers the devices that may be compared.</summary>
    private async Task<List<MfaDevice>> CountAsync(IamUser user, List<MfaDevice> devices, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.LockUsersAsync([user.Id], ct);
        var allowed = new List<MfaDevice>(devices.Count);
        foreach (var device in devices)
            if (await CheckBudget.TakeAsync(db, device.Id, clock.GetUtcNow(), ct)) allowed.Add(device);
        if (allowed.Count > 0) await CountFailureAsync(db, user, ct);
        await transaction.CommitAsync(ct);
        return allowed;
    }

    /// <summary>Counts one failure of the user; a success sets the count to zero.</summary>
    internal static Task CountFailureAsync(IamDbContext db, IamUser user, CancellationToken ct) =>
        db.Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorFailures, u => u.FactorFailures + 1), ct);

    private async Task<List<MfaDevice>> DevicesAsync(IamUser user, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.MfaDevices.AsNoTracking()
            .Where(d => d.UserId == user.Id && d.Kind != MfaDeviceKind.SecurityKey).ToListAsync(ct);
    }

    private TotpSecret Secret(MfaDevice device) => seeds.OfDevice(device.AccountId, device.Id, device.ProtectedSeed!);
}
