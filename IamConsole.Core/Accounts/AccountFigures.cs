namespace IamConsole.Core.Accounts;

/// <summary>Counts over an account's IAM users.</summary>
/// <param name="Users">IAM users.</param>
/// <param name="UsersWithMfa">Those with a device.</param>
/// <param name="UsersWithoutMfa">Those with a password and without a device.</param>
/// <param name="Devices">Devices of all of them.</param>
/// <param name="TokensInStock">Hardware tokens of the partition that nobody has.</param>
/// <param name="Strongest">Users with a password by their strongest kind of device: a security key, then hardware, then virtual.</param>
public sealed record AccountFigures(
    int Users, int UsersWithMfa, int UsersWithoutMfa, int Devices, int TokensInStock, DeviceCounts Strongest);
