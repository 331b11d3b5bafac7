using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>The account and its policies for passwords and tokens, as the settings page shows them.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Alias">The alias, or null.</param>
/// <param name="PasswordPolicy">The password policy.</param>
/// <param name="RetiresRemovedTokens">Whether hardware tokens that are removed from users are retired.</param>
public sealed record AccountSettingsView(string AccountId, string Name, string? Alias, PasswordPolicy PasswordPolicy, bool RetiresRemovedTokens);
