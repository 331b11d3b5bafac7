namespace IamConsole.Core.Accounts;

/// <summary>Counts over an account's IAM users, and over the hardware tokens it can use.</summary>
/// <param name="Users">IAM users.</param>
/// <param name="UsersWithMfa">Those with a device.</param>
/// <param name="UsersWithoutMfa">Those with a password and without a device.</param>
/// <param name="Devices">Devices of all of them, by kind.</param>
/// <param name="Strongest">Users with a password by their strongest kind of device: a security key, then hardware, then virtual.</param>
/// <param name="Tokens">The hardware tokens.</param>
public sealed record AccountFigures(
    int Users, int UsersWithMfa, int UsersWithoutMfa, DeviceCounts Devices, DeviceCounts Strongest, TokenFigures Tokens);
