namespace IamConsole.Core.Accounts;

/// <summary>What opening an account asks.</summary>
/// <param name="Name">1 to 50 characters.</param>
/// <param name="Alias">Optional.</param>
/// <param name="Partition">See <see cref="Accounts.Partition"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="RootEmail">Root's e-mail address.</param>
/// <param name="Password">Root's password; in <c>aws-us-gov</c> that of the first IAM user.</param>
/// <param name="AdministratorName">In <c>aws-us-gov</c>: the first IAM user, an administrator.</param>
/// <param name="AccountId">A wanted number, or null for a random one.</param>
public sealed record NewAccount(
    string? Name,
    string? Alias,
    string? Partition,
    string? Country,
    string? RootEmail,
    string Password,
    string? AdministratorName = null,
    string? AccountId = null)
{
    /// <summary>Hides the password: a record would print it.</summary>
    public override string ToString() => $"{nameof(NewAccount)} {Name}";
}
