using IamConsole.Core.Permissions;

namespace IamConsole.Core.Users;

/// <summary>Makes a user set a new password at the next sign-in. The old one stays, and sessions go on until then.</summary>
public sealed class RequirePasswordChange(Gate gate)
{
    private const string Event = "UpdateLoginProfile";

    /// <summary>Requires it; asking twice changes nothing.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateLoginProfile, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var user = operation.Target;
        if (user.IsRoot) return await operation.RefuseAsync(Event, UserErrors.RootIsNoUser);
        if (!user.HasConsoleAccess) return await operation.RefuseAsync(Event, UserErrors.NoConsoleAccess);
        if (user.MustChangePassword) return Result.Success();
        user.MustChangePassword = true;
        operation.Audit(Event, target: user.ArnIn(operation.Account), details: new { userName = user.Name, mustChange = true });
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
