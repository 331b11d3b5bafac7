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

    /// <summary>A user group.</summary>
    public static string Group(Account account, string name) => Prefix(account) + "group/" + name;

    /// <summary>A customer managed policy.</summary>
    public static string Policy(Account account, string name) => Prefix(account) + "policy/" + name;

    /// <summary>A built-in policy, the same in every account of a partition.</summary>
    public static string BuiltInPolicy(string partition, string name) => $"arn:{partition}:iam::aws:policy/{name}";

    private static string Prefix(Account account) => $"arn:{account.Partition}:iam::{account.Id}:";
}
