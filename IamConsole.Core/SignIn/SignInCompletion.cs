using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>Ends a pending sign-in in a session, once nothing is missing, in the transaction of the last step.</summary>
public sealed class SignInCompletion(TimeProvider clock, AuditTrailWriter audit)
{
    // The credential report's granularity: of several uses within five minutes the first is kept.
    private static readonly TimeSpan OneUse = TimeSpan.FromMinutes(5);

    internal async Task<SignInStep?> AdvanceAsync(IamDbContext db, LivePending live, ClientInfo client, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (live.Next() is SignInNext.RegisterMfa or SignInNext.Done) await OfferedToken.ChooseAsync(db, live, ct);
        var next = live.Next();
        var now = clock.GetUtcNow();
        if (next is SignInNext.PasswordExpired)
        {
            live.Pending.EndedAt = now;
            audit.Write(db, "ConsoleLogin", live.Actor, client, live.Account.Id, SignInErrors.PasswordExpired.Code, live.User.ArnIn(live.Account));
            await db.SaveChangesAsync(ct);
        }

        if (next is not SignInNext.Done) return new SignInStep(next);

        // One use, whoever comes first.
        var used = await db.PendingSignIns.Where(p => p.Id == live.Pending.Id && p.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.EndedAt, now), ct);
        if (used != 1) return null;
        await ForgetOldSessionsAsync(db, now, ct);
        var token = StartSession(db, live.User, SessionKind.Console, client, live.Pending.DeviceId);
        live.User.LastSignInAt = now;
        if (live.User.PasswordLastUsedAt is not { } before || now - before >= OneUse) live.User.PasswordLastUsedAt = now;
        audit.Write(db, "ConsoleLogin", live.Actor, client, live.Account.Id,
            target: live.User.ArnIn(live.Account), deviceId: live.Pending.DeviceId,
            details: new { MFAUsed = live.Pending.DeviceId is null ? "No" : "Yes" });
        await db.SaveChangesAsync(ct);
        await SignInTally.CountSuccessAsync(db, live.Account.Id, now, ct);
        return new SignInStep(SignInNext.Done, token);
    }

    // A dead session is kept for a day, so that the use of a copied cookie is still recognised and recorded.
    private static Task<int> ForgetOldSessionsAsync(IamDbContext db, DateTimeOffset now, CancellationToken ct) =>
        db.Sessions.Where(s => s.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);

    /// <summary>Adds a session row and answers its secret; the caller saves.</summary>
    internal string StartSession(IamDbContext db, IamUser user, SessionKind kind, ClientInfo client, string? deviceId)
    {
        var now = clock.GetUtcNow();
        var token = SecretToken.New();
        db.Sessions.Add(new Session
        {
            Id = SecretToken.Hash(token),
            AccountId = user.AccountId,
            UserId = user.Id,
            Kind = kind,
            SecurityStamp = user.SecurityStamp!,
            CreatedAt = now,
            ExpiresAt = now + (kind is SessionKind.Enrolment ? SessionLimits.Enrolment : SessionLimits.Overall),
            LastActivityAt = now,
            IsMfa = deviceId is not null,
            DeviceId = deviceId,
            ProvenAt = now,
            Address = client.Address,
            UserAgent = client.UserAgent,
        });
        return token;
    }

    /// <summary>Ends <paramref name="old"/> and goes on under a new secret, with a fresh proof; the overall limit stays.</summary>
    internal string ContinueSession(IamDbContext db, Session old, string? deviceId)
    {
        var now = clock.GetUtcNow();
        var token = SecretToken.New();
        old.EndedAt = now;
        db.Sessions.Add(new Session
        {
            Id = SecretToken.Hash(token),
            AccountId = old.AccountId,
            UserId = old.UserId,
            Kind = old.Kind,
            SecurityStamp = old.SecurityStamp,
            CreatedAt = old.CreatedAt,
            ExpiresAt = old.ExpiresAt,
            LastActivityAt = now,
            IsMfa = old.IsMfa || deviceId is not null,
            DeviceId = deviceId ?? old.DeviceId,
            ProvenAt = now,
            WrongProofs = WrongProofs.HandOn(old),
            Address = old.Address,
            UserAgent = old.UserAgent,
        });
        return token;
    }
}
