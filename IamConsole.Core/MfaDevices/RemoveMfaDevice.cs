using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>Removes a device and everything of it: the original's "deactivate" and "delete" in one.</summary>
public sealed class RemoveMfaDevice(Gate gate, TimeProvider clock)
{
    /// <summary>Removes; a hardware token returns to the stock with its drift remembered.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, string deviceId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.DeactivateMfaDevice, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var db = operation.Db;
        var device = await db.MfaDevices.SingleOrDefaultAsync(d => d.Id == deviceId && d.UserId == userId, ct);
        if (device is null)
            return await operation.RefuseAsync("DeactivateMFADevice", MfaDeviceErrors.NoSuchDevice, ct, deviceId: deviceId);
        await FreeAsync(db, device, ct);
        await DeviceChange.RemoveAsync(operation, device, clock.GetUtcNow(), ct);
        return Result.Success();
    }

    internal static async Task FreeAsync(Persistence.IamDbContext db, MfaDevice device, CancellationToken ct)
    {
        if (device.Kind is MfaDeviceKind.SecurityKey)
            await db.UserPasskeys.Where(p => p.CredentialId == device.CredentialId).ExecuteDeleteAsync(ct);
        if (device.Kind is MfaDeviceKind.Hardware)
            await db.HardwareTokens.Where(t => t.DeviceId == device.Id).ExecuteUpdateAsync(
                s => s.SetProperty(t => t.DeviceId, (string?)null)
                    .SetProperty(t => t.DriftSteps, device.DriftSteps)
                    .SetProperty(t => t.LastAcceptedStep, device.LastAcceptedStep), ct);
    }
}
