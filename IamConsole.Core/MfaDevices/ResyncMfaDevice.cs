using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>"Resync": two consecutive codes, searched around the stored drift; the new drift is kept.</summary>
public sealed class ResyncMfaDevice(Gate gate, TimeProvider clock, SeedProtector seeds, WrongProofs proofs)
{
    private const string Event = "ResyncMFADevice";

    /// <summary>Synchronises; counts like any check of the device.</summary>
    public Task<Result> RunAsync(Caller caller, string userId, string deviceId, TwoCodes codes, CancellationToken ct) =>
        proofs.RunAsync(caller, () => ResyncAsync(caller, userId, deviceId, codes, ct), ct);

    private async Task<Result> ResyncAsync(Caller caller, string userId, string deviceId, TwoCodes codes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        MfaDevice? device;
        await using (var counting = await gate.BeginAsync(caller, IamAction.ResyncMfaDevice, userId, ct))
        {
            if (counting.Refusal is { } refusal) return refusal;
            device = await counting.Db.MfaDevices.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deviceId && d.UserId == userId, ct);
            if (device is null) return await counting.RefuseAsync(Event, MfaDeviceErrors.NoSuchDevice, deviceId: deviceId);
            if (!device.IsTotp) return MfaDeviceErrors.NotTotp;
            if (Synchronization.CheckForm(codes, device.Digits) is { } malformed) return malformed;
            if (device.FailedChecks >= MfaLimits.FailuresThatDisable)
                return await counting.RefuseAsync(Event, MfaDeviceErrors.Disabled, device.Identifier, device.Id);
            if (device.SuspendedAt is not null)
                return await counting.RefuseAsync(Event, MfaDeviceErrors.Suspended, device.Identifier, device.Id);
            if (!await CheckBudget.TakeAsync(counting.Db, deviceId, now, ct))
                return await counting.RefuseAsync(
                    Event, MfaDeviceErrors.TooManyChecks(MfaLimits.NextCheck(device.CheckTimes)), device.Identifier, device.Id);
            await counting.SaveAsync(ct);
        }

        var secret = seeds.OfDevice(device.AccountId, device.Id, device.ProtectedSeed!);
        var found = Synchronization.Find(secret, device.Profile, codes, device.DriftSteps, device.LastAcceptedStep);
        await using var operation = await gate.BeginAsync(caller, IamAction.ResyncMfaDevice, userId, ct);
        if (operation.Refusal is { } ended) return ended;
        var accepted = found.Succeeded
            && await CheckBudget.AcceptAsync(operation.Db, device.Id, found.Value.Step, null, found.Value.DriftSteps, ct);
        if (accepted && device.Measured(found.Value!.Reading, found.Value.DriftSteps) is { } measured)
            await operation.Db.KeepReadingAsync(measured, ct);
        if (accepted) operation.Tell(now, $"The MFA device {device.Name} was resynchronized by {operation.User.Name}.");
        else if (await CheckBudget.DisableIfSpentAsync(operation.Db, device.Id, now, ct)) DeviceChange.TellDisabled(operation, device, now);
        operation.Audit(Event, accepted ? null : "InvalidAuthenticationCode", device.Identifier, device.Id,
            accepted ? new { driftBefore = device.DriftSteps, driftAfter = found.Value!.DriftSteps } : null);
        await operation.SaveAsync(ct);
        if (accepted) return Result.Success();
        return found.Error ?? MfaDeviceErrors.InvalidCodes;
    }
}
