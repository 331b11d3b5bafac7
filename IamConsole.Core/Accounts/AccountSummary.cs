namespace IamConsole.Core.Accounts;

/// <summary>What the dashboard shows; the figures are null for who may not see them.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Alias">The alias, or null.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Own">The caller's own devices.</param>
/// <param name="RootDevices">Root's devices, or null where root has none by nature or the caller may not know.</param>
/// <param name="Figures">Counts over the account, for administrators.</param>
/// <param name="PasswordDaysLeft">Days until the caller's password expires, once that is near.</param>
/// <param name="MfaDueAt">From when the caller cannot sign in without MFA, where he has none that counts.</param>
public sealed record AccountSummary(
    string AccountId, string? Alias, string Name, string Partition, DeviceCounts Own, int? RootDevices, AccountFigures? Figures,
    int? PasswordDaysLeft = null, DateTimeOffset? MfaDueAt = null);
