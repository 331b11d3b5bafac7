using IamConsole.Core.Accounts;

namespace IamConsole.Core.SignIn;

/// <summary>What somebody typed on the sign-in page: an e-mail address for root, account and name for an IAM user.</summary>
/// <param name="Account">Account number or alias; null for root.</param>
/// <param name="UserName">IAM user name; null for root.</param>
/// <param name="RootEmail">Root's e-mail address; null for an IAM user.</param>
/// <param name="Password">The console password.</param>
public sealed record Credentials(string? Account, string? UserName, string? RootEmail, string Password)
{
    /// <summary>What is meant by it: account and names as the console shows them are taken back. The password stays as it is.</summary>
    internal Credentials Normalized() => this with
    {
        Account = Account is null ? null : TypedAccount.Normalize(Account),
        UserName = UserName?.Trim(),
        RootEmail = RootEmail?.Trim(),
    };

    /// <summary>Hides what was typed: people type passwords into every field.</summary>
    public override string ToString() => nameof(Credentials);
}
