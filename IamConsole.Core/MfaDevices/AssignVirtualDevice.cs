using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.MfaDevices;

/// <summary>Step 2 for an authenticator app: the device exists only when two consecutive codes are right.</summary>
public sealed class AssignVirtualDevice(Gate gate, TimeProvider clock, SeedProtector seeds, WrongProofs proofs)
{
    /// <summary>Assigns the device of <paramref name="enrolment"/>; both codes are spent by it.</summary>
    public Task<Result<MfaDeviceView>> RunAsync(
        Caller caller, DeviceEnrolment enrolment, TwoCodes codes, CancellationToken ct) =>
        proofs.RunAsync(caller, () => AssignAsync(caller, enrolment, codes, ct), ct);

    private async Task<Result<MfaDeviceView>> AssignAsync(
        Caller caller, DeviceEnrolment enrolment, TwoCodes codes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (enrolment is not { Kind: MfaDeviceKind.Virtual, Secret: { } secret } || enrolment.IsExpired(now))
            return MfaDeviceErrors.EnrolmentExpired;
        await using var operation = await gate.BeginAsync(
            caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true);
        if (operation.Refusal is { } refusal) return refusal;
        if (operation.Account.Id != enrolment.AccountId) return MfaDeviceErrors.EnrolmentExpired;
        if (Synchronization.CheckForm(codes, TotpProfile.Default.Digits) is { } malformed) return malformed;

        enrolment.Attempts++;
        var found = Synchronization.Find(secret, TotpProfile.Default, codes, knownDrift: 0, lastAccepted: -1);
        if (!found.Succeeded)
        {
            operation.Audit("EnableMFADevice", found.Error.Code, operation.Target.ArnIn(operation.Account),
                details: new { deviceName = enrolment.Name });
            await operation.SaveAsync(ct);
            return found.Error;
        }

        var device = new MfaDevice
        {
            Id = enrolment.DeviceId,
            AccountId = enrolment.AccountId,
            UserId = enrolment.UserId,
            Kind = MfaDeviceKind.Virtual,
            Name = enrolment.Name,
            NormalizedName = MfaDeviceName.Normalize(enrolment.Name),
            Identifier = await FreeIdentifierAsync(operation, enrolment, ct),
            CreatedAt = now,
            ProtectedSeed = seeds.ForDevice(enrolment.AccountId, enrolment.DeviceId, secret),
            DriftSteps = found.Value.DriftSteps,
            LastAcceptedStep = found.Value.Step,
        };
        return await DeviceChange.AddAsync(operation, device, enrolment, ct);
    }

    // A renamed device keeps its identifier; the next one of that name needs another, or records could mean either.
    private static async Task<string> FreeIdentifierAsync(Operation operation, DeviceEnrolment enrolment, CancellationToken ct)
    {
        var plain = Arn.VirtualDevice(operation.Account, enrolment.Name);
        return await operation.Db.MfaDevices.AnyAsync(d => d.AccountId == enrolment.AccountId && d.Identifier == plain, ct)
            ? $"{plain}-{enrolment.DeviceId[..8]}" : plain;
    }
}
