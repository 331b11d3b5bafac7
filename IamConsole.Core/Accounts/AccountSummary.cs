namespace IamConsole.Core.Accounts;

/// <summary>What the dashboard shows; the figures are null for who may not see them.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Alias">The alias, or null.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Own">The caller's own devices.</param>
/// <param name="RootDevices">Root's devices, or null where root has none by nature or the caller may not know.</param>
/// <param name="Figures">Counts over the account, for administrators.</param>
public sealed record AccountSummary(
    string AccountId, string? Alias, string Name, string Partition, DeviceCounts Own, int? RootDevices, AccountFigures? Figures);
