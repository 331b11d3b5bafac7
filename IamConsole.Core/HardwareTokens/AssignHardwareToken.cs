using IamConsole.Core.MfaDevices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.HardwareTokens;

/// <summary>Step 2 for a hardware token: a serial number of the partition's stock and two consecutive codes.</summary>
public sealed class AssignHardwareToken(Gate gate, TimeProvider clock, SeedProtector seeds, WrongProofs proofs)
{
    /// <summary>Claims the token; of two users who claim it together one succeeds.</summary>
    public Task<Result<MfaDeviceView>> RunAsync(
        Caller caller, DeviceEnrolment enrolment, string? serial, TwoCodes codes, CancellationToken ct) =>
        proofs.RunAsync(caller, () => AssignAsync(caller, enrolment, serial, codes, ct), ct);

    private async Task<Result<MfaDeviceView>> AssignAsync(
        Caller caller, DeviceEnrolment enrolment, string? serial, TwoCodes codes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (enrolment.Kind is not MfaDeviceKind.Hardware || enrolment.IsExpired(now)) return MfaDeviceErrors.EnrolmentExpired;
        HardwareToken token;
        await using (var counting = await BeginAsync(caller, enrolment, ct))
        {
            if (counting.Refusal is { } refusal) return refusal;
            if (counting.Account.Id != enrolment.AccountId) return MfaDeviceErrors.EnrolmentExpired;
            var found = await FindAsync(counting, serial, now, ct);
            if (!found.Succeeded)
            {
                // A guessed serial number is an attempt like a guessed code.
                enrolment.Attempts++;
                return await RefuseAsync(counting, enrolment, serial, found.Error, ct);
            }

            token = found.Value;
            if (Synchronization.CheckForm(codes, token.Digits) is { } malformed) return malformed;
            enrolment.Attempts++;
            if (!await TokenClaim.CountAsync(counting.Db, token, now, ct))
                return await RefuseAsync(counting, enrolment, token.Serial, MfaDeviceErrors.TooManyChecks(MfaLimits.NextCheck(token.CheckTimes)), ct);
            await counting.SaveAsync(ct);
        }

        var secret = seeds.OfToken(token.Partition, token.Id, token.ProtectedSeed);
        var pair = Synchronization.Find(secret, token.Profile, codes, token.DriftSteps, token.LastAcceptedStep);
        await using var operation = await BeginAsync(caller, enrolment, ct);
        if (operation.Refusal is { } ended) return ended;
        if (!pair.Succeeded) return await RefuseAsync(operation, enrolment, token.Serial, pair.Error, ct);
        if (!await TokenClaim.TakeAsync(operation.Db, token, enrolment, pair.Value, ct))
            return await RefuseAsync(operation, enrolment, token.Serial, HardwareTokenErrors.InUse, ct);
        operation.Db.Note(
            token.Id, operation.Account.Id, TokenEventKind.Activated, now, operation.User.Name, operation.Target.Name);
        return await DeviceChange.AddAsync(operation, TokenClaim.Device(enrolment, token, seeds, secret, pair.Value, now), enrolment, ct);
    }

    private Task<Operation> BeginAsync(Caller caller, DeviceEnrolment enrolment, CancellationToken ct) =>
        gate.BeginAsync(caller, IamAction.EnableMfaDevice, enrolment.UserId, ct, proofWasFresh: true);

    private static Task<Error> RefuseAsync(
        Operation operation, DeviceEnrolment enrolment, string? serial, Error error, CancellationToken ct) =>
        operation.RefuseAsync("EnableMFADevice", error, serial, details: new { deviceName = enrolment.Name });

    private static async Task<Result<HardwareToken>> FindAsync(
        Operation operation, string? serial, DateTimeOffset now, CancellationToken ct)
    {
        var normalized = HardwareToken.Normalize(serial ?? "");
        if (normalized.Any(char.IsControl)) return HardwareTokenErrors.NoSuchToken;
        var token = await operation.Db.HardwareTokens.AsNoTracking().SingleOrDefaultAsync(
            t => t.Partition == operation.Account.Partition && t.NormalizedSerial == normalized, ct);
        if (token is null || token.ExpiresOn < DateOnly.FromDateTime(now.UtcDateTime)) return HardwareTokenErrors.NoSuchToken;
        if (token.AccountId is not null && token.AccountId != operation.Account.Id && token.DeviceId is null) return HardwareTokenErrors.NoSuchToken;
        if (token.State is TokenState.Withdrawn) return HardwareTokenErrors.NoSuchToken;
        if (token.State is TokenState.Available || token.State is TokenState.Assigned && token.UserId == operation.Target.Id) return token;
        if (token.State is TokenState.Lost or TokenState.Retired)
            return operation.SeesEverybody ? HardwareTokenErrors.OutOfService(token.State) : HardwareTokenErrors.NoSuchToken;
        var holder = await operation.Db.Users
            .Where(u => u.Id == token.UserId && u.AccountId == operation.Account.Id)
            .Select(u => new { u.Id, u.Name, u.IsRoot })
            .SingleOrDefaultAsync(ct);
        if (holder is null || holder.IsRoot && !operation.User.IsRoot) return HardwareTokenErrors.InUse;
        if (holder.Id == operation.Target.Id) return HardwareTokenErrors.AlreadyHis(holder.Name);
        return operation.SeesEverybody ? HardwareTokenErrors.InUseBy(holder.Name) : HardwareTokenErrors.InUse;
    }
}
