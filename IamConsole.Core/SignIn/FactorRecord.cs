using System.Globalization;
using IamConsole.Core.Accounts;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>What follows from a factor check: acceptance by one conditional update, or the two thresholds of the security bar (A3).</summary>
public sealed class FactorRecord(TimeProvider clock, AuditTrailWriter audit)
{
    /// <summary>Accepts the match; false when another request was quicker with the same code.</summary>
    internal async Task<bool> AcceptAsync(
        IamDbContext db, IamUser user, Account account, FactorMatch match, AuditActor actor, ClientInfo client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (match.Step is { } step && !await CheckBudget.AcceptAsync(db, match.DeviceId!, step, now, match.Drift, ct)) return false;
        if (match.Clock is { } measured) await db.KeepReadingAsync(measured, ct);
        if (match.Counted is { } counted)
            await CheckBudget.GiveBackAsync(db, counted.Where(id => id != match.DeviceId).ToList(), ct);
        if (match.Step is null)
            await db.MfaDevices.Where(d => d.Id == match.DeviceId).ExecuteUpdateAsync(s => s.SetProperty(d => d.LastUsedAt, now), ct);
        await TellOfCloneAsync(db, user, account, match, actor, client, ct);
        user.LastUsedDeviceId = match.DeviceId;
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorFailures, 0), ct);
        return true;
    }

    /// <summary>Records a failure; true when the password counts as stolen from now on.</summary>
    internal async Task<bool> RefuseAsync(
        IamDbContext db, IamUser user, Account account, FactorMatch match, AuditActor actor, ClientInfo client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        audit.Write(db, "CheckMfa", actor, client, account.Id, match.Reason ?? "CodeReused", user.ArnIn(account), match.DeviceId,
            match.WhyRefused?.ToDetails());
        await TellOfCloneAsync(db, user, account, match, actor, client, ct);
        if (match.WhyRefused is { } why) await KeepAsync(db, user, why, now, ct);
        foreach (var device in await db.MfaDevices.Where(d => d.UserId == user.Id && d.DisabledAt == null
                     && d.FailedChecks >= MfaLimits.FailuresThatDisable).ToListAsync(ct))
        {
            device.DisabledAt = now;
            audit.Write(db, "MfaDeviceDisabled", actor, client, account.Id, target: device.Identifier, deviceId: device.Id);
            db.Tell(user, now, DeviceChange.DisabledText(device), client);
        }

        return match.WasCompared && await CountsAsStolenAsync(db, user, account, actor, client, ct);
    }

    /// <summary>
    /// Whether so many wrong factors followed the right password that it counts as stolen: its sign-ins end, and it must be
    /// changed.
    /// </summary>
    internal async Task<bool> CountsAsStolenAsync(
        IamDbContext db, IamUser user, Account account, AuditActor actor, ClientInfo client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var failures = await db.Users.Where(u => u.Id == user.Id).Select(u => u.FactorFailures).SingleAsync(ct);
        if (failures < MfaLimits.FailuresThatMeanTheft) return false;
        await db.PendingSignIns.Where(p => p.UserId == user.Id && p.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.EndedAt, now), ct);
        if (user.PasswordStolenAt is not null) return true;
        user.PasswordStolenAt = now;
        user.MustChangePassword = true;
        audit.Write(db, "PasswordCountsAsStolen", actor, client, account.Id, target: user.ArnIn(account));
        db.Tell(user, now, string.Create(CultureInfo.InvariantCulture,
            $"On {now:d MMM yyyy, HH:mm} UTC somebody who knew your password entered {failures} wrong MFA codes. The password had to be changed."), client);
        return true;
    }

    // A key that may have been copied: its user and the trail are told, whether or not the policy let it in.
    private async Task TellOfCloneAsync(
        IamDbContext db, IamUser user, Account account, FactorMatch match, AuditActor actor, ClientInfo client, CancellationToken ct)
    {
        if (!match.CounterFell) return;
        var device = await db.MfaDevices.SingleOrDefaultAsync(d => d.Id == match.DeviceId, ct);
        if (device is null) return;
        audit.Write(db, "SecurityKeyPossiblyCloned", actor, client, account.Id, PasskeyErrors.CounterFell.Code, device.Identifier, device.Id);
        db.Tell(user, clock.GetUtcNow(), $"The signature counter of the security key {device.Name} did not rise: there may be a copy of it. Replace the key.", client);
    }

    // The same statements whatever the cause. A code that staff may read about is spent.
    private static async Task KeepAsync(IamDbContext db, IamUser user, CodeExplanation why, DateTimeOffset now, CancellationToken ct)
    {
        var (device, step) = (why.DeviceId ?? "", why.Step ?? 0);
        await db.MfaDevices.Where(d => d.Id == device && d.LastAcceptedStep < step && d.ExplainedStep < step)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.ExplainedStep, step), ct);
        var kept = await db.RefusedCodes.FindAsync([user.Id], ct);
        if (kept is null) db.RefusedCodes.Add(kept = new RefusedCode { UserId = user.Id, At = now, Cause = why.Cause });
        else db.RefusedCodes.Update(kept); // Every column, or the statement would depend on the cause.
        (kept.At, kept.Cause, kept.DeviceId, kept.Steps) = (now, why.Cause, why.DeviceId, why.Steps);
        kept.Shown = why.Shown is { } shown ? CodeExplanation.Describe(shown) : null;
    }
}
