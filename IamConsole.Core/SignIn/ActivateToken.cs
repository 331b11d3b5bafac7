using IamConsole.Core.AuditTrail;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// Two consecutive codes make the token that was handed out a device of its user, inside his sign-in and for it alone: behind
/// the password and, where he has a device, behind that. The session that follows is MFA-authenticated.
/// </summary>
public sealed class ActivateToken(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, SeedProtector seeds, FactorRecord record,
    SignInCompletion completion, AuditTrailWriter audit)
{
    private const string Event = "EnableMFADevice";

    /// <summary>Counts, compares, assigns and goes on. Two tries together: one wins.</summary>
    public async Task<Result<SignInStep>> RunAsync(
        string? token, string binding, TwoCodes codes, ClientInfo client, CancellationToken ct)
    {
        var counted = await CountAsync(token, binding, codes, client, ct);
        if (!counted.Succeeded) return counted.Error;
        var offered = counted.Value;
        var secret = seeds.OfToken(offered.Partition, offered.Id, offered.ProtectedSeed);
        var pair = Synchronization.Find(secret, offered.Profile, codes, offered.DriftSteps, offered.LastAcceptedStep);
        var step = pair.Succeeded ? await AssignAsync(token, binding, offered, secret, pair.Value, client, ct) : pair.Error;
        return step.Succeeded || step.Error == SignInErrors.PendingEnded
            ? step : await RefuseAsync(token, binding, offered, step.Error, client, wasWrong: !pair.Succeeded, ct);
    }

    // Nothing is compared before it was counted, in a transaction of its own: at the token, and at the user as a wrong factor
    // where this sign-in has proven none.
    private async Task<Result<HardwareToken>> CountAsync(
        string? token, string binding, TwoCodes codes, ClientInfo client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await LiveAsync(db, token, binding, ct) is not { } live) return SignInErrors.PendingEnded;
        var offered = await OfferedToken.FindAsync(db, live, ct);
        Error? refusal = offered is null ? SignInErrors.TokenTakenBack : null;
        if (offered is not null)
        {
            if (Synchronization.CheckForm(codes, offered.Digits) is { } malformed) return malformed;
            if (!await TokenClaim.CountAsync(db, offered, now, ct)) refusal = MfaDeviceErrors.TooManyChecks(MfaLimits.NextCheck(offered.CheckTimes));
            else if (live.Pending.FactorProvenAt is null) await FactorCheck.CountFailureAsync(db, live.User, ct);
        }

        if (refusal is not null) Audit(db, live, client, refusal.Code, offered?.Serial);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return refusal is not null ? refusal : offered!;
    }

    private async Task<Result<SignInStep>> AssignAsync(
        string? token, string binding, HardwareToken offered, TotpSecret secret, Synchronization pair, ClientInfo client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);

        // Everything may have changed since the first look: password reset, token taken back, another tab (C36).
        if (await LiveAsync(db, token, binding, ct) is not { } live) return SignInErrors.PendingEnded;
        if (await OfferedToken.FindAsync(db, live, ct) is null) return SignInErrors.TokenTakenBack;
        var name = await NameAsync(db, live, offered.Serial, ct);
        var enrolment = new DeviceEnrolment(live.Account.Id, live.User.Id, MfaDeviceKind.Hardware, name, now);
        if (!await TokenClaim.TakeAsync(db, offered, enrolment, pair, ct)) return SignInErrors.TokenTakenBack;
        if (!await DeviceChange.CountAsync(db, live.User.Id, MfaDeviceKind.Hardware, +1, ct)) return MfaDeviceErrors.LimitExceeded;
        db.MfaDevices.Add(TokenClaim.Device(enrolment, offered, seeds, secret, pair, now));
        db.Note(offered.Id, live.Account.Id, TokenEventKind.Activated, now, live.User.Name, live.User.Name);
        db.Tell(live.User, now, $"The MFA device {name} was assigned at sign-in by {live.User.Name}.", client);
        Audit(db, live, client, null, offered.Serial, enrolment);
        try
        {
            await ProveAsync(db, live, enrolment.DeviceId, ct);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            return MfaDeviceErrors.NameTaken;
        }

        var step = await completion.AdvanceAsync(db, live, client, ct);
        if (step is null) return SignInErrors.PendingEnded;
        await transaction.CommitAsync(ct);
        return step;
    }

    // Other sign-ins and sessions of the user end with the old stamp; this sign-in goes on under the new one.
    private async Task ProveAsync(IamDbContext db, LivePending live, string deviceId, CancellationToken ct)
    {
        var (pending, user) = (live.Pending, live.User);
        pending.TokenSettled = true;
        pending.FactorProvenAt ??= clock.GetUtcNow();
        pending.DeviceId ??= deviceId;
        user.RenewSecurityStamp();
        user.LastUsedDeviceId = pending.DeviceId;
        var stamp = user.SecurityStamp!;
        await db.SaveChangesAsync(ct);
        await db.PendingSignIns.Where(p => p.Id == pending.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.SecurityStamp, stamp), ct);
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorFailures, 0), ct);
        await db.Entry(user).ReloadAsync(ct);
    }

    private async Task<Result<SignInStep>> RefuseAsync(
        string? token, string binding, HardwareToken offered, Error error, ClientInfo client, bool wasWrong, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        if (await LiveAsync(db, token, binding, ct) is not { } live) return SignInErrors.PendingEnded;
        Audit(db, live, client, error.Code, offered.Serial);
        var isStolen = wasWrong && live.Pending.FactorProvenAt is null
            && await record.CountsAsStolenAsync(db, live.User, live.Account, live.Actor, client, ct);
        await db.SaveChangesAsync(ct);
        if (wasWrong) await SignInTally.CountMfaFailureAsync(db, live.Account.Id, clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return isStolen ? SignInErrors.PasswordCountsAsStolen : error;
    }

    private async Task<LivePending?> LiveAsync(IamDbContext db, string? token, string binding, CancellationToken ct)
    {
        var live = await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct);
        return live?.Next() is SignInNext.ActivateToken ? live : null;
    }

    // The serial number is the name unless the account has a device of that name already.
    private static async Task<string> NameAsync(IamDbContext db, LivePending live, string serial, CancellationToken ct)
    {
        var plain = MfaDeviceName.From(serial);
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : $"-{number}";
            var name = plain[..Math.Min(plain.Length, MfaDeviceName.MaxLength - suffix.Length)] + suffix;
            var normalized = MfaDeviceName.Normalize(name);
            if (!await db.MfaDevices.AnyAsync(d => d.AccountId == live.Account.Id && d.NormalizedName == normalized, ct)) return name;
        }
    }

    private void Audit(IamDbContext db, LivePending live, ClientInfo client, string? reason, string? serial, DeviceEnrolment? enrolment = null) =>
        audit.Write(db, Event, live.Actor, client, live.Account.Id, reason, serial ?? live.User.ArnIn(live.Account), enrolment?.DeviceId,
            enrolment is null ? null : new { userName = live.User.Name, deviceName = enrolment.Name, kind = enrolment.Kind.ToString() });
}
