using IamConsole.Core.AuditTrail;

namespace IamConsole.Core.SignIn;

/// <summary>"Later": goes on without the token that was handed out; it is offered again at the next sign-in.</summary>
public sealed class SkipTokenActivation(PendingStep step, AuditTrailWriter audit)
{
    /// <summary>Skips. Where a device must be registered, that is asked next: this is no way around it.</summary>
    public Task<Result<SignInStep>> RunAsync(string? token, string binding, ClientInfo client, CancellationToken ct) =>
        step.RunAsync(token, binding, SignInNext.ActivateToken, client, (db, live) =>
        {
            live.Pending.TokenSettled = true;
            audit.Write(db, "TokenActivationSkipped", live.Actor, client, live.Account.Id, target: live.User.ArnIn(live.Account));
            return Task.FromResult<Error?>(null);
        }, ct);
}
