using IamConsole.Core.Accounts;

namespace IamConsole.Core.Users;

/// <summary>What a user's password must not be: what is known of the user and of the account.</summary>
internal static class PasswordNames
{
    public static IEnumerable<string?> Of(IamUser user, Account account) => [user.Name, user.Email, .. Of(account)];

    public static IEnumerable<string?> Of(Account account) => [account.Name, account.Alias, account.Id];
}
