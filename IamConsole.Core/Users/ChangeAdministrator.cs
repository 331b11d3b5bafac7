using IamConsole.Core.Permissions;

namespace IamConsole.Core.Users;

/// <summary>Makes a user an administrator, or no longer. Policies take its place with a later issue.</summary>
public sealed class ChangeAdministrator(Gate gate)
{
    /// <summary>Changes; the user's sessions end, so that the change bites at once.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, bool isAdministrator, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.AttachUserPolicy, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        if (operation.Target.IsRoot) return UserErrors.RootIsNoUser;
        if (!isAdministrator && await Administrators.IsLastAsync(operation, ct))
            return await operation.RefuseAsync("DetachUserPolicy", UserErrors.LastAdministrator, ct);
        operation.Audit(isAdministrator ? "AttachUserPolicy" : "DetachUserPolicy", target: operation.Target.ArnIn(operation.Account),
            details: new { policy = "AdministratorAccess", userName = operation.Target.Name });
        operation.Target.IsAdministrator = isAdministrator;
        operation.RenewCredentials();
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
