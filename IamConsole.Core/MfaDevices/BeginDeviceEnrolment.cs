using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IamConsole.Core.MfaDevices;

/// <summary>Step 1 of "Assign MFA device": name and kind. Refuses early what step 2 would refuse late.</summary>
public sealed class BeginDeviceEnrolment(Gate gate, TimeProvider clock, IOptions<MfaOptions> options)
{
    private const string Event = "BeginMFADeviceEnrolment";

    /// <summary>A ticket for step 2, with a new secret for an authenticator app.</summary>
    public async Task<Result<DeviceEnrolment>> RunAsync(
        Caller caller, string userId, string? deviceName, MfaDeviceKind kind, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(
            caller, IamAction.EnableMfaDevice, userId, ct, facts: kind is MfaDeviceKind.SecurityKey ? KeyRegistrationPhase.Create : null, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var (account, target) = (operation.Account, operation.Target);
        if (!MfaDeviceName.IsValid(deviceName)) return MfaDeviceErrors.InvalidName;
        if (await RefuseAsync(operation, deviceName!, kind, ct) is { } early)
            return await operation.RefuseAsync(Event, early, details: new { deviceName, kind = kind.ToString() });

        var keyOptions = kind is MfaDeviceKind.SecurityKey
            ? account.SecurityKeyPolicy.OptionsFor(await GroupNames.OfAsync(operation.Db, target.Id, ct)) : null;
        operation.Audit(Event, target: target.ArnIn(account), details: new { deviceName, kind = kind.ToString() });
        await operation.SaveAsync(ct);
        var now = clock.GetUtcNow();
        if (kind is not MfaDeviceKind.Virtual)
            return new DeviceEnrolment(account.Id, target.Id, kind, deviceName!, now) { KeyOptions = keyOptions };
        var secret = TotpSecret.New();
        return new DeviceEnrolment(account.Id, target.Id, kind, deviceName!, now)
        {
            Secret = secret,
            OtpAuthUri = OtpAuthUri.Create(options.Value.Issuer, deviceName!, account.Label, secret),
        };
    }

    private static async Task<Error?> RefuseAsync(Operation operation, string deviceName, MfaDeviceKind kind, CancellationToken ct)
    {
        var (account, target) = (operation.Account, operation.Target);
        if (target.IsRoot && !Partition.AllowsRootSignIn(account.Partition)) return MfaDeviceErrors.RootHasNoDevices;
        if (DeviceChange.Refuse(operation, kind) is { } refusal) return refusal;
        if (target.DeviceCount >= MfaLimits.DevicesPerUser) return MfaDeviceErrors.LimitExceeded;
        var normalized = MfaDeviceName.Normalize(deviceName);
        return await operation.Db.MfaDevices.AnyAsync(d => d.AccountId == account.Id && d.NormalizedName == normalized, ct)
            ? MfaDeviceErrors.NameTaken : null;
    }
}
