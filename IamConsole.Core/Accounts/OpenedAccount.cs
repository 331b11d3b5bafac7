namespace IamConsole.Core.Accounts;

/// <summary>An account that was opened.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Label">Alias, or number.</param>
/// <param name="FirstUserId">Who signs in first: root, or in <c>aws-us-gov</c> the first administrator.</param>
public sealed record OpenedAccount(string AccountId, string Label, string FirstUserId);
