using IamConsole.Core.Permissions;

namespace IamConsole.Core.AccountSettings;

/// <summary>Reads the account's name, alias and password policy.</summary>
public sealed class GetAccountSettings(Gate gate)
{
    /// <summary>Of the caller's account.</summary>
    public async Task<Result<AccountSettingsView>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetAccountPasswordPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account;
        return new AccountSettingsView(account.Id, account.Name, account.Alias, account.PasswordPolicy, account.RetiresRemovedTokens);
    }
}
