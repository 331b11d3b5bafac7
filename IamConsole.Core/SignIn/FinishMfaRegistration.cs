using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>Trades an enrolment session, in which a device was assigned and so proven, for a session of the console.</summary>
public sealed class FinishMfaRegistration(Gate gate, TimeProvider clock, SignInCompletion completion)
{
    /// <summary>The console session's secret for the cookie.</summary>
    public async Task<Result<string>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (session, user, db) = (operation.Session, operation.User, operation.Db);
        if (session.Kind is not SessionKind.Enrolment || !operation.IsOnOneself) return SignInErrors.PendingEnded;
        var device = await db.MfaDevices.Where(d => d.UserId == user.Id && d.CreatedAt >= session.CreatedAt)
            .OrderByDescending(d => d.CreatedAt).FirstOrDefaultAsync(ct);
        if (device is null) return SignInErrors.MfaRequired;
        var now = clock.GetUtcNow();
        session.EndedAt = now;
        user.LastSignInAt = now;
        user.LastUsedDeviceId = device.Id;
        var token = completion.StartSession(db, user, SessionKind.Console, operation.Client, device.Id);
        operation.Audit("ConsoleLogin", target: user.ArnIn(operation.Account), deviceId: device.Id, details: new { MFAUsed = "Yes" });
        await operation.SaveAsync(ct);
        return token;
    }
}
