using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.AccountSettings;

/// <summary>What becomes of a hardware token that is removed from a user of the account.</summary>
public sealed class UpdateTokenPolicy(Gate gate)
{
    /// <summary>Removed tokens are retired, or return to the stock they came from. What was removed before stays as it is.</summary>
    public async Task<Result> RunAsync(Caller caller, bool retiresRemovedTokens, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateHardwareTokenPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account;
        operation.Audit("UpdateHardwareTokenPolicy", target: Arn.Root(account),
            details: new { retiresRemovedTokens = new { before = account.RetiresRemovedTokens, after = retiresRemovedTokens } });
        account.RetiresRemovedTokens = retiresRemovedTokens;
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
