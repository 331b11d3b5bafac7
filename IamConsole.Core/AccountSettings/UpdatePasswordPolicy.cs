using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.AccountSettings;

/// <summary>Changes what the passwords of IAM users must be. Passwords that are there stay until they are changed or expire.</summary>
public sealed class UpdatePasswordPolicy(Gate gate)
{
    /// <summary>Changes, or takes the account back to the default.</summary>
    public async Task<Result> RunAsync(Caller caller, WantedPasswordPolicy wanted, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateAccountPasswordPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var policy = wanted.Check();
        if (!policy.Succeeded) return policy.Error;
        var account = operation.Account;
        operation.Audit(
            wanted.IsCustom ? "UpdateAccountPasswordPolicy" : "DeleteAccountPasswordPolicy", target: Arn.Root(account),
            details: new { before = account.PasswordPolicy, after = policy.Value });
        account.PasswordPolicy = policy.Value;
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
