using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>Gives a device another friendly name. Its identifier stays: policies and reports refer to it.</summary>
public sealed class RenameMfaDevice(Gate gate, TimeProvider clock)
{
    private const string Event = "RenameMFADevice";

    /// <summary>Renames; the name must be free in the account.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, string deviceId, string? newName, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.TagMfaDevice, userId, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        if (!MfaDeviceName.IsValid(newName)) return MfaDeviceErrors.InvalidName;
        var device = await operation.Db.MfaDevices.SingleOrDefaultAsync(d => d.Id == deviceId && d.UserId == userId, ct);
        if (device is null)
            return await operation.RefuseAsync(Event, MfaDeviceErrors.NoSuchDevice, deviceId: deviceId);
        operation.Audit(Event, target: device.Identifier, deviceId: device.Id,
            details: new { before = device.Name, after = newName });
        operation.Tell(clock.GetUtcNow(), $"The MFA device {device.Name} was renamed to {newName} by {operation.User.Name}.");
        device.Name = newName!;
        device.NormalizedName = MfaDeviceName.Normalize(newName!);
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            return await operation.RefuseAsync(
                Event, MfaDeviceErrors.NameTaken, device.Identifier, device.Id, new { after = newName });
        }

        return Result.Success();
    }
}
