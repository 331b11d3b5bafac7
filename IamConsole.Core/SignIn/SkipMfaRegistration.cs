using IamConsole.Core.AuditTrail;

namespace IamConsole.Core.SignIn;

/// <summary>"Remind me later": goes on without a device, while the days of grace last.</summary>
public sealed class SkipMfaRegistration(PendingStep step, AuditTrailWriter audit)
{
    /// <summary>Skips; refused once the days are over.</summary>
    public Task<Result<SignInStep>> RunAsync(string? token, string binding, ClientInfo client, CancellationToken ct) =>
        step.RunAsync(token, binding, SignInNext.RegisterMfa, client, (db, live) =>
        {
            if (live.Now >= live.SkipUntil) return Task.FromResult<Error?>(SignInErrors.MfaRequired);
            live.Pending.MfaSkipped = true;
            audit.Write(db, "MfaRegistrationSkipped", live.Actor, client, live.Account.Id, target: live.User.ArnIn(live.Account));
            return Task.FromResult<Error?>(null);
        }, ct);
}
