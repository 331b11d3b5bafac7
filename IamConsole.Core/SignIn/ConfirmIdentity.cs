using IamConsole.Core.Jobs;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>
/// Asks for a factor again before a factor is changed: a device where the user has one, otherwise the password.
/// The session gets a new secret (ASVS 7.2.4) and, by a device, becomes MFA-authenticated.
/// </summary>
public sealed class ConfirmIdentity(
    Gate gate, TimeProvider clock, FactorCheck check, KeyCheck keys, FactorRecord record, PasswordHashing passwords,
    SignInCompletion completion, WrongProofs proofs, IDbContextFactory<IamDbContext> databases)
{
    /// <summary>By a code of any authenticator app or hardware token of the caller.</summary>
    public Task<Result<string>> WithCodeAsync(Caller caller, string userId, string? code, CancellationToken ct) =>
        proofs.RunAsync(caller, () => CodeAsync(caller, userId, code, ct), ct);

    /// <summary>By a passkey whose answer was held against the ceremony of this session.</summary>
    public Task<Result<string>> WithPasskeyAsync(Caller caller, string userId, Result<PasskeyProof> answer, CancellationToken ct) =>
        proofs.RunAsync(caller, () => PasskeyAsync(caller, userId, answer, ct), ct);

    /// <summary>By the password, for who has no device.</summary>
    public Task<Result<string>> WithPasswordAsync(Caller caller, string userId, string password, CancellationToken ct) =>
        proofs.RunAsync(caller, () => PasswordAsync(caller, userId, password, ct), ct);

    private async Task<Result<string>> CodeAsync(Caller caller, string userId, string? code, CancellationToken ct)
    {
        if (await UserAsync(caller, userId, ct) is not { } user) return PermissionErrors.SessionEnded;
        var match = await check.CompareAsync(user, code, ct);
        return match.Succeeded ? await FinishAsync(caller, userId, match.Value, SignInErrors.WrongCode, ct) : match.Error;
    }

    private async Task<Result<string>> PasskeyAsync(Caller caller, string userId, Result<PasskeyProof> answer, CancellationToken ct)
    {
        if (await UserAsync(caller, userId, ct) is not { } user) return PermissionErrors.SessionEnded;
        var match = await keys.CompareAsync(user, answer, ct);
        return await FinishAsync(caller, userId, match, match.KeyRefusalForScreen ?? SignInErrors.KeyNotConfirmed, ct);
    }

    private async Task<Result<string>> PasswordAsync(Caller caller, string userId, string password, CancellationToken ct)
    {
        if (await UserAsync(caller, userId, ct) is not { } user) return PermissionErrors.SessionEnded;
        bool throttled;
        var right = false;
        var asker = HashAsker.InSession(userId);
        await using (var db = await databases.CreateDbContextAsync(ct))
            throttled = await PasswordThrottle.IsThrottledAsync(db, PasswordThrottle.WithinSession(userId), null, clock.GetUtcNow(), ct);
        try
        {
            if (throttled) await passwords.PretendAsync(asker, ct);
            else right = await passwords.VerifyAsync(user.PasswordHash, password, asker, ct) is not PasswordVerificationResult.Failed;
        }
        catch (HashingBusyException)
        {
            return SignInErrors.Busy;
        }

        await using var operation = await gate.BeginAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (operation.User.DeviceCount > 0) return await operation.RefuseAsync("ConfirmIdentity", PermissionErrors.MfaRequired);
        if (!right)
        {
            if (!throttled) await PasswordThrottle.CountFailureAsync(operation.Db, PasswordThrottle.WithinSession(userId), null, clock.GetUtcNow(), ct);
            operation.Audit("ConfirmIdentity", throttled ? "Throttled" : "WrongPassword");
            await operation.SaveAsync(ct);
            return SignInErrors.AuthenticationFailed.At(SignInErrors.PasswordField);
        }

        return await RenewAsync(operation, deviceId: null, ct);
    }

    private async Task<IamUser?> UserAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetUser, userId, ct);
        return operation.Refusal is null && operation.IsOnOneself && operation.Session.Kind is SessionKind.Console ? operation.User : null;
    }

    private async Task<Result<string>> FinishAsync(Caller caller, string userId, FactorMatch match, Error wrong, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.GetUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (match.Outcome is FactorOutcome.Match && await record.AcceptAsync(
                operation.Db, operation.User, operation.Account, match, operation.Actor, operation.Client, ct))
            return await RenewAsync(operation, match.DeviceId, ct);
        await record.RefuseAsync(operation.Db, operation.User, operation.Account, match, operation.Actor, operation.Client, ct);
        await operation.SaveAsync(ct);
        return match.Refusal(wrong);
    }

    private async Task<Result<string>> RenewAsync(Operation operation, string? deviceId, CancellationToken ct)
    {
        var old = operation.Session;
        var token = completion.ContinueSession(operation.Db, old, deviceId);
        await JobStart.HandOnAsync(operation.Db, old.Id, SecretToken.Hash(token), ct);
        await StepUpIntents.HandOnAsync(operation.Db, old.Id, SecretToken.Hash(token), ct);
        operation.Audit("ConfirmIdentity", target: operation.User.ArnIn(operation.Account), deviceId: deviceId);
        await operation.SaveAsync(ct);
        return token;
    }
}
