namespace IamConsole.Core.Accounts;

/// <summary>Amazon resource names of IAM: <c>arn:PARTITION:iam::ACCOUNT:RESOURCE</c>.</summary>
public static class Arn
{
    /// <summary>The account's root user.</summary>
    public static string Root(Account account) => Prefix(account) + "root";

    /// <summary>An IAM user; <paramref name="path"/> begins and ends with a slash.</summary>
    public static string User(Account account, string path, string name) => Prefix(account) + "user" + path + name;

    /// <summary>All users of the account: the resource of list operations.</summary>
    public static string AnyUser(Account account) => Prefix(account) + "user/*";

    /// <summary>An authenticator app; the ARN is its serial number.</summary>
    public static string VirtualDevice(Account account, string name) => Prefix(account) + "mfa/" + name;

    /// <summary>A passkey or security key; <paramref name="userName"/> is null for root.</summary>
    public static string SecurityKey(Account account, string? userName, string name, string suffix) =>
        Prefix(account) + "u2f/" + (userName is null ? "root" : "user/" + userName) + $"/{name}-{suffix}";

    private static string Prefix(Account account) => $"arn:{account.Partition}:iam::{account.Id}:";
}
