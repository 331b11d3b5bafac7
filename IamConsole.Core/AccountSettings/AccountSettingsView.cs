using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>The account and its password policy, as the settings page shows them.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Alias">The alias, or null.</param>
/// <param name="PasswordPolicy">The password policy.</param>
public sealed record AccountSettingsView(string AccountId, string Name, string? Alias, PasswordPolicy PasswordPolicy);
