using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// "Continue to registration": trades the pending sign-in for a session that can do nothing but assign the first device.
/// </summary>
public sealed class BeginMfaRegistration(
    IDbContextFactory<IamDbContext> databases, TimeProvider clock, SignInCompletion completion, AuditTrailWriter audit)
{
    /// <summary>The enrolment session's secret for the cookie.</summary>
    public async Task<Result<string>> RunAsync(string? token, string binding, ClientInfo client, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var live = await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct);
        if (live?.Next() is not SignInNext.RegisterMfa) return SignInErrors.PendingEnded;
        live.Pending.EndedAt = clock.GetUtcNow();
        var session = completion.StartSession(db, live.User, SessionKind.Enrolment, client, live.Pending.DeviceId);
        audit.Write(db, "MfaRegistrationBegun", live.Actor, client, live.Account.Id, target: live.User.ArnIn(live.Account));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return session;
    }
}
