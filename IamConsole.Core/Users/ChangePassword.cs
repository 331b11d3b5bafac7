using IamConsole.Core.Accounts;
using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Sessions;
using Microsoft.AspNetCore.Identity;

namespace IamConsole.Core.Users;

/// <summary>"Change password" on one's own security credentials: the old one is asked (ASVS 6.2.3).</summary>
public sealed class ChangePassword(Gate gate, TimeProvider clock, PasswordHashing passwords, WrongProofs proofs)
{
    /// <summary>Changes; this session goes on, other sessions of the user end.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="userId">Whose password: the caller's own.</param>
    /// <param name="oldPassword">The present one.</param>
    /// <param name="newPassword">The next one.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="repeated">Whether it was typed the same twice. What is wrong is said all at once, so it is asked here.</param>
    public Task<Result> RunAsync(
        Caller caller, string userId, string oldPassword, string newPassword, CancellationToken ct, bool repeated = true) =>
        proofs.RunAsync(caller, () => ChangeAsync(caller, userId, oldPassword, newPassword, repeated, ct), ct);

    private async Task<Result> ChangeAsync(
        Caller caller, string userId, string oldPassword, string newPassword, bool repeated, CancellationToken ct)
    {
        IamUser before;
        Error? unfit;
        bool throttled;
        IReadOnlyList<string> former;
        await using (var check = await gate.ReadAsync(caller, IamAction.ChangePassword, userId, ct))
        {
            if (check.Refusal is { } early) return early;
            if (!check.IsOnOneself) return UserErrors.OnlyOwnPassword;
            before = check.User;
            var policy = before.IsRoot ? PasswordPolicy.Default : check.Account.PasswordPolicy;
            if (!policy.UsersMayChange)
                return await check.RefuseAsync("ChangePassword", UserErrors.MayNotChangePassword);
            throttled = await PasswordThrottle.IsThrottledAsync(check.Db, PasswordThrottle.WithinSession(userId), null, clock.GetUtcNow(), ct);
            unfit = Error.All(
                ConsolePasswordRules.Check(newPassword, policy, PasswordNames.Of(before, check.Account))?.At(UserErrors.PasswordField),
                repeated ? null : UserErrors.PasswordsDiffer);
            former = await PasswordHistory.ReadAsync(check.Db, before, policy, ct);
        }

        var right = false;
        var asker = HashAsker.InSession(userId);
        string? hash = null;
        try
        {
            if (throttled) await passwords.PretendAsync(asker, ct);
            else right = await passwords.VerifyAsync(before.PasswordHash, oldPassword, asker, ct) is not PasswordVerificationResult.Failed;
            if (right && unfit is not null) return unfit;
            if (right && PasswordText.AreSame(oldPassword, newPassword)) return UserErrors.SamePassword;
            if (right && await PasswordHistory.CheckAsync(passwords, former, newPassword, asker, ct) is { } reused) return reused;
            if (right) hash = await passwords.HashAsync(newPassword, asker, ct);
        }
        catch (HashingBusyException)
        {
            return UserErrors.Busy;
        }

        await using var operation = await gate.BeginAsync(caller, IamAction.ChangePassword, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var user = operation.User;
        right &= user.PasswordHash == before.PasswordHash;
        operation.Audit(
            "ChangePassword", right ? null : throttled ? "Throttled" : "WrongPassword", user.ArnIn(operation.Account));
        if (!right)
        {
            if (!throttled) await PasswordThrottle.CountFailureAsync(
                operation.Db, PasswordThrottle.WithinSession(userId), null, clock.GetUtcNow(), ct);
        }
        else
        {
            await PasswordChange.ApplyAsync(operation.Db, user, hash, clock.GetUtcNow(), mustChange: false, ct);
            operation.Session.SecurityStamp = user.SecurityStamp!;
            operation.Tell(clock.GetUtcNow(), $"Your console password was changed by {user.Name}.");
        }

        await operation.SaveAsync(ct);
        return right ? Result.Success() : Error.All(UserErrors.WrongOldPassword, unfit)!;
    }
}
