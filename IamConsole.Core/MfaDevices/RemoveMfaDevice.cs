using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;
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
            return await operation.RefuseAsync("DeactivateMFADevice", MfaDeviceErrors.NoSuchDevice, deviceId: deviceId);
        // Removed and claimed again it would be suspended no longer.
        if (device.SuspendedAt is not null && operation.IsOnOneself)
            return await operation.RefuseAsync("DeactivateMFADevice", MfaDeviceErrors.Suspended, device.Identifier, device.Id);
        if (IsLastRequired(operation, device.Kind, clock.GetUtcNow()))
            return await operation.RefuseAsync(
                "DeactivateMFADevice", MfaDeviceErrors.LastRequired, device.Identifier, device.Id, new { deviceName = device.Name });
        var now = clock.GetUtcNow();
        await FreeAsync(db, operation.Account, device, now, operation.User.Name, operation.Target.Name, ct);
        await DeviceChange.RemoveAsync(operation, device, now, ct);
        return Result.Success();
    }

    // An administrator may: somebody must be able to take a lost device away. The user then registers another at the next sign-in.
    internal static bool IsLastRequired(Operation operation, MfaDeviceKind kind, DateTimeOffset now) =>
        operation.IsOnOneself
        && MfaRequirement.DueAt(operation.Target, operation.Account) <= now
        && AllowedKinds.AreOf(operation.Account, operation.Target, kind)
        && MfaRequirement.CountOf(operation.Target, operation.Account.MfaPolicy) == 1;

    internal static async Task FreeAsync(
        IamDbContext db, Account account, MfaDevice device, DateTimeOffset now, string actor, string userName, CancellationToken ct)
    {
        if (device.Kind is MfaDeviceKind.SecurityKey)
            await db.UserPasskeys.Where(p => p.CredentialId == device.CredentialId).ExecuteDeleteAsync(ct);
        if (device.Kind is MfaDeviceKind.Hardware)
            await db.ReturnTokenAsync(
                account, device.Id, new TokenClock(device.DriftSteps, device.LastAcceptedStep), now, actor, userName, ct);
    }
}
