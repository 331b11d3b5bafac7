using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>What adding and removing have in common, whatever the kind: counter, stamp, notice, audit row, one transaction.</summary>
internal static class DeviceChange
{
    public static async Task<Result<MfaDeviceView>> AddAsync(
        Operation operation, MfaDevice device, DeviceEnrolment enrolment, CancellationToken ct)
    {
        // Asked again: the policy may have changed since the wizard's first step.
        if (Refuse(operation, device.Kind) is { } refusal) return await RefuseAsync(operation, device, refusal, ct);
        if (!await CountAsync(operation.Db, operation.Target.Id, device.Kind, +1, ct)) return await RefuseAsync(operation, device, MfaDeviceErrors.LimitExceeded, ct);
        operation.Db.MfaDevices.Add(device);
        Tell(operation, device, device.CreatedAt, "assigned", "EnableMFADevice");
        var before = EnrolmentProof.Take(operation, device);
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            EnrolmentProof.Undo(operation, before);
            return await RefuseAsync(operation, device, MfaDeviceErrors.NameTaken, ct);
        }

        enrolment.IsUsed = true;
        return MfaDeviceView.Of(device);
    }

    public static async Task RemoveAsync(Operation operation, MfaDevice device, DateTimeOffset now, CancellationToken ct)
    {
        await CountAsync(operation.Db, operation.Target.Id, device.Kind, -1, ct);
        operation.Db.MfaDevices.Remove(device);
        Tell(operation, device, now, "removed", "DeactivateMFADevice");
        await operation.SaveAsync(ct);
    }

    /// <summary>What the account's policy, and a session that is good for one device only, have against another of this kind.</summary>
    public static Error? Refuse(Operation operation, MfaDeviceKind kind) =>
        !AllowedKinds.AreOf(operation.Account, operation.Target, kind) ? MfaDeviceErrors.KindNotAllowed
        : operation.Session.Kind is SessionKind.Enrolment && MfaRequirement.IsMet(operation.Target, operation.Account.MfaPolicy)
            ? MfaDeviceErrors.OneInsideSignIn
        : null;

    /// <summary>A device that is disabled by guessing inside a session: the same words as at the sign-in.</summary>
    public static void TellDisabled(Operation operation, MfaDevice device, DateTimeOffset now)
    {
        operation.Audit("MfaDeviceDisabled", target: device.Identifier, deviceId: device.Id);
        operation.Tell(now, DisabledText(device));
    }

    public static string DisabledText(MfaDevice device) =>
        $"The MFA device {device.Name} was disabled after {MfaLimits.FailuresThatDisable} wrong codes. Remove it and assign it again.";

    private static Task<Error> RefuseAsync(Operation operation, MfaDevice device, Error error, CancellationToken ct) =>
        operation.RefuseAsync("EnableMFADevice", error, details: new { deviceName = device.Name, kind = device.Kind.ToString() });

    private static void Tell(Operation operation, MfaDevice device, DateTimeOffset now, string verb, string eventName)
    {
        operation.RenewCredentials();
        operation.Tell(now, $"The MFA device {device.Name} was {verb} by {operation.User.Name}.");
        operation.Audit(eventName, target: device.Identifier, deviceId: device.Id,
            details: new { userName = operation.Target.Name, deviceName = device.Name, kind = device.Kind.ToString() });
    }

    /// <summary>
    /// Counts a device at its user; false at the limit. The counters on the user's row bound the devices in one conditional
    /// statement: parallel additions cannot pass the limit.
    /// </summary>
    public static async Task<bool> CountAsync(IamDbContext db, string userId, MfaDeviceKind kind, int by, CancellationToken ct)
    {
        var limit = by > 0 ? MfaLimits.DevicesPerUser : int.MaxValue;
        var user = db.Users.Where(u =>
            u.Id == userId && u.VirtualDevices + u.SecurityKeys + u.HardwareTokens < limit);
        var rows = kind switch
        {
            MfaDeviceKind.SecurityKey => await user.ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityKeys, u => u.SecurityKeys + by), ct),
            MfaDeviceKind.Virtual => await user.ExecuteUpdateAsync(s => s.SetProperty(u => u.VirtualDevices, u => u.VirtualDevices + by), ct),
            MfaDeviceKind.Hardware => await user.ExecuteUpdateAsync(s => s.SetProperty(u => u.HardwareTokens, u => u.HardwareTokens + by), ct),
        };
        return rows == 1;
    }
}
