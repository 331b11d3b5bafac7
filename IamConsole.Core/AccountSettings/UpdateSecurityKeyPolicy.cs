using IamConsole.Core.Accounts;
using IamConsole.Core.Groups;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.AccountSettings;

/// <summary>
/// Changes which passkeys and security keys may be registered. Keys that are there go on signing in: whoever lost his only
/// factor with the change could not register a better one.
/// </summary>
public sealed class UpdateSecurityKeyPolicy(Gate gate)
{
    /// <summary>Changes. Where a rule names models or levels, attestation becomes a requirement of it.</summary>
    public async Task<Result> RunAsync(Caller caller, WantedSecurityKeyPolicy wanted, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateSecurityKeyPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account;
        var policy = wanted.Check(await KeyRuleGroups.FindAsync(operation, wanted.Policy, ct));
        if (!policy.Succeeded) return policy.Error;
        operation.Audit("UpdateSecurityKeyPolicy", target: Arn.Root(account),
            details: new { before = account.SecurityKeyPolicy, after = policy.Value });
        account.SecurityKeyPolicy = policy.Value;
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
