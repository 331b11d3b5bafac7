using IamConsole.Core.AuditTrail;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>The second step: a code, two codes that synchronise a device, or a passkey's verified answer.</summary>
public sealed class ProveFactor(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, FactorCheck check, KeyCheck keys, FactorRecord record,
    SignInCompletion completion, AuditTrailWriter audit)
{
    /// <summary>"MFA code": a code of any authenticator app or hardware token of the user.</summary>
    public async Task<Result<SignInStep>> WithCodeAsync(
        string? token, string binding, string? code, ClientInfo client, CancellationToken ct)
    {
        if (await LiveAsync(token, binding, ct) is not { } live) return SignInErrors.PendingEnded;
        var match = await check.CompareAsync(live.User, code, ct);
        return match.Succeeded ? await FinishAsync(token, binding, match.Value, SignInErrors.WrongCode, client, ct) : match.Error;
    }

    /// <summary>"Troubleshoot MFA": synchronises a device and goes on.</summary>
    public async Task<Result<SignInStep>> WithTwoCodesAsync(
        string? token, string binding, TwoCodes codes, ClientInfo client, CancellationToken ct)
    {
        if (await LiveAsync(token, binding, ct) is not { } live) return SignInErrors.PendingEnded;
        var match = await check.CompareAsync(live.User, codes, ct);
        var wrong = codes.First == codes.Second ? MfaDeviceErrors.SameCodeTwice : SignInErrors.ResyncFailed;
        return match.Succeeded ? await FinishAsync(token, binding, match.Value, wrong, client, ct) : match.Error;
    }

    /// <summary>A passkey's answer, already held against the ceremony of this pending sign-in.</summary>
    public async Task<Result<SignInStep>> WithPasskeyAsync(
        string? token, string binding, Result<PasskeyProof> answer, ClientInfo client, CancellationToken ct)
    {
        if (await LiveAsync(token, binding, ct) is not { } live) return SignInErrors.PendingEnded;
        var match = await keys.CompareAsync(live.User, answer, ct);
        return await FinishAsync(token, binding, match, match.KeyRefusalForScreen ?? SignInErrors.KeyNotConfirmed, client, ct);
    }

    private async Task<LivePending?> LiveAsync(string? token, string binding, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var live = await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct);
        return live?.Next() is SignInNext.Factor ? live : null;
    }

    private async Task<Result<SignInStep>> FinishAsync(
        string? token, string binding, FactorMatch match, Error wrong, ClientInfo client, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);

        // Everything may have changed since the first look: password reset, device replaced, another tab (C36).
        if (await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct) is not { } live
            || live.Next() is not SignInNext.Factor)
            return SignInErrors.PendingEnded;
        if (match.Outcome is FactorOutcome.Match && await record.AcceptAsync(db, live.User, live.Account, match, live.Actor, client, ct))
        {
            live.Pending.FactorProvenAt = clock.GetUtcNow();
            live.Pending.DeviceId = match.DeviceId;
            audit.Write(db, match.Drift is null ? "CheckMfa" : "ResyncMFADevice", live.Actor, client, live.Account.Id,
                target: live.User.ArnIn(live.Account), deviceId: match.DeviceId);
            if (match.Drift is not null) await TellOfResyncAsync(db, live, match, client, ct);
            await WrongCodesNotice.WithdrawAsync(db, live, ct);
            var step = await completion.AdvanceAsync(db, live, client, ct);
            if (step is null) return SignInErrors.PendingEnded;
            await transaction.CommitAsync(ct);
            return step;
        }

        live.Pending.WrongCodes++;
        if (match.WasCompared) await WrongCodesNotice.WriteAsync(db, live, clock.GetUtcNow(), client, ct);
        var stolen = await record.RefuseAsync(db, live.User, live.Account, match, live.Actor, client, ct);
        await db.SaveChangesAsync(ct);
        await SignInTally.CountMfaFailureAsync(db, live.Account.Id, clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        if (stolen) return SignInErrors.PasswordCountsAsStolen;
        return match.Refusal(wrong);
    }

    private async Task TellOfResyncAsync(IamDbContext db, LivePending live, FactorMatch match, ClientInfo client, CancellationToken ct)
    {
        var device = await db.MfaDevices.Where(d => d.Id == match.DeviceId).Select(d => d.Name).SingleAsync(ct);
        db.Tell(live.User, clock.GetUtcNow(), $"The MFA device {device} was resynchronized at sign-in.", client);
    }
}
