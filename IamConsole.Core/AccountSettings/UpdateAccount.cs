using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.AccountSettings;

/// <summary>Changes the account's name and alias. With another alias the sign-in address is another one too.</summary>
public sealed class UpdateAccount(Gate gate)
{
    /// <summary>An empty alias deletes it.</summary>
    public async Task<Result> RunAsync(Caller caller, string? name, string? alias, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateAccount, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var account = operation.Account;
        name = name?.Trim();
        alias = string.IsNullOrWhiteSpace(alias) ? null : alias.Trim();
        var wrong = Error.All(
            name is { Length: >= 1 and <= 50 } ? null : AccountErrors.InvalidName,
            alias is null || AccountAlias.IsValid(alias) ? null : AccountErrors.InvalidAlias);
        if (wrong is not null || name is null) return wrong!;
        var (changesName, changesAlias, oldAlias) = (name != account.Name, alias != account.Alias, account.Alias);
        var aliasEvent = alias is null ? "DeleteAccountAlias" : "CreateAccountAlias";
        if (changesAlias && alias is not null && await operation.Db.Accounts.AnyAsync(a => a.Alias == alias, ct))
            return await operation.RefuseAsync(aliasEvent, AccountErrors.AliasTaken, Arn.Root(account), details: new { alias });
        if (changesName)
            operation.Audit("PutAccountName", target: Arn.Root(account), details: new { before = account.Name, after = name });
        if (changesAlias) operation.Audit(aliasEvent, target: Arn.Root(account), details: new { before = oldAlias, after = alias });
        (account.Name, account.Alias) = (name, alias);
        try
        {
            await operation.SaveAsync(ct);
        }
        catch (DbUpdateException error) when (operation.Db.IsUniqueViolation(error))
        {
            // Another account was quicker.
            return await operation.RefuseAsync(aliasEvent, AccountErrors.AliasTaken, Arn.Root(account), details: new { alias });
        }

        return Result.Success();
    }
}
