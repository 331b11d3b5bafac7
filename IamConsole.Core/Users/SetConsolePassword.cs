using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Users;

/// <summary>"Manage console access": an administrator gives a user a password, a new one, or takes it away.</summary>
public sealed class SetConsolePassword(Gate gate, TimeProvider clock, PasswordHashing passwords)
{
    /// <summary>Sets a password. Sessions and pending sign-ins of the user end; MFA devices stay (ASVS 6.4.3).</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, string password, bool mustChange, CancellationToken ct)
    {
        IReadOnlyList<string> former;
        HashAsker asker;
        await using (var check = await gate.ReadAsync(caller, IamAction.UpdateLoginProfile, userId, ct))
        {
            if (check.Refusal is { } early) return early;
            var (user, account) = (check.Target, check.Account);
            asker = HashAsker.InSession(check.User.Id);
            if (ConsolePasswordRules.Check(password, account.PasswordPolicy, PasswordNames.Of(user, account)) is { } weak)
                return weak.At(UserErrors.PasswordField);
            former = await PasswordHistory.ReadAsync(check.Db, user, account.PasswordPolicy, ct);
        }

        try
        {
            if (await PasswordHistory.CheckAsync(passwords, former, password, asker, ct) is { } reused) return reused;
            var hash = await passwords.HashAsync(password, asker, ct);
            return await ApplyAsync(caller, IamAction.UpdateLoginProfile, userId, hash, mustChange, ct);
        }
        catch (HashingBusyException)
        {
            return UserErrors.Busy;
        }
    }

    /// <summary>Takes console access away.</summary>
    public Task<Result> RemoveAsync(Caller caller, string userId, CancellationToken ct) =>
        ApplyAsync(caller, IamAction.DeleteLoginProfile, userId, hash: null, mustChange: false, ct);

    private async Task<Result> ApplyAsync(
        Caller caller, IamAction action, string userId, string? hash, bool mustChange, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, action, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var user = operation.Target;
        if (user.IsRoot) return UserErrors.RootIsNoUser;
        if (hash is null && !user.HasConsoleAccess) return UserErrors.NoConsoleAccess;
        if (!await Administrators.SurviveAsync(
            operation, () => PasswordChange.ApplyAsync(operation.Db, user, hash, clock.GetUtcNow(), mustChange, ct), ct))
            return await operation.RefuseAsync("DeleteLoginProfile", UserErrors.LastAdministrator);
        if (operation.IsOnOneself) operation.Session.SecurityStamp = user.SecurityStamp!;
        operation.Tell(clock.GetUtcNow(), $"Your console password was {(hash is null ? "removed" : "changed")} by {operation.User.Name}.");
        operation.Audit(hash is null ? "DeleteLoginProfile" : "UpdateLoginProfile", target: user.ArnIn(operation.Account),
            details: new { userName = user.Name, mustChange });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
