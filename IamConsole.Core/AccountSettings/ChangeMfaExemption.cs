using IamConsole.Core.Permissions;
using IamConsole.Core.Users;

namespace IamConsole.Core.AccountSettings;

/// <summary>Leaves a user out of the account's MFA policy, or no longer.</summary>
public sealed class ChangeMfaExemption(Gate gate, TimeProvider clock)
{
    /// <summary>Changes. Where MFA is then overdue for the user, his sessions end.</summary>
    public async Task<Result> RunAsync(Caller caller, string userId, bool isExempt, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateUser, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var (account, user) = (operation.Account, operation.Target);
        if (user.IsRoot) return AccountSettingsErrors.RootExemption;
        if (isExempt && operation.IsOnOneself)
            return await operation.RefuseAsync("UpdateUser", AccountSettingsErrors.OwnExemption);
        operation.Audit("UpdateUser", target: user.ArnIn(account),
            details: new { userName = user.Name, mfaExempt = new { before = user.IsMfaExempt, after = isExempt } });
        user.IsMfaExempt = isExempt;
        if (MfaRequirement.IsOverdue(user, account, clock.GetUtcNow())) user.RenewSecurityStamp();
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
