using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Core.AccountOpening;

/// <summary>What a new account must be, whoever opens it.</summary>
public static class NewAccountRules
{
    /// <summary>Everything that is wrong, each at its field; null when nothing is.</summary>
    public static Error? Check(NewAccount wanted) => Error.All(
        string.IsNullOrWhiteSpace(wanted.Name) || wanted.Name.Trim().Length > 50 ? AccountErrors.InvalidName : null,
        wanted.AccountId is not null && !AccountId.IsValid(TypedAccount.Normalize(wanted.AccountId)) ? AccountErrors.InvalidId : null,
        string.IsNullOrWhiteSpace(wanted.Alias) || AccountAlias.IsValid(wanted.Alias) ? null : AccountErrors.InvalidAlias,
        Partition.All.Contains(wanted.Partition!) ? null : AccountErrors.InvalidPartition,
        Countries.IsValid(wanted.Country) ? null : AccountErrors.InvalidCountry,
        EmailAddress.IsValid(wanted.RootEmail) ? null : AccountErrors.InvalidEmail,
        Partition.AllowsRootSignIn(wanted.Partition!) || UserName.IsValid(wanted.AdministratorName) ? null : AccountErrors.InvalidAdministrator,
        ConsolePasswordRules.Check(wanted.Password, wanted.RootEmail, wanted.AdministratorName, wanted.Name, wanted.Alias, wanted.AccountId)
            ?.At(UserErrors.PasswordField));
}
