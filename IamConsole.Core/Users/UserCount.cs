namespace IamConsole.Core.Users;

/// <summary>
/// One part of an account's figures over its IAM users; the figure is the sum of the parts. The database's triggers keep it,
/// so that no way of changing a user passes it by. Parts keep changes that happen at once from waiting for each other.
/// </summary>
public sealed class UserCount
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Which part.</summary>
    public required int Shard { get; init; }

    /// <summary>IAM users.</summary>
    public long Users { get; init; }

    /// <summary>Those with a device.</summary>
    public long WithMfa { get; init; }

    /// <summary>Those with a password and without a device.</summary>
    public long WithoutMfa { get; init; }

    /// <summary>Passkeys and security keys.</summary>
    public long SecurityKeys { get; init; }

    /// <summary>Authenticator apps.</summary>
    public long VirtualDevices { get; init; }

    /// <summary>Hardware tokens.</summary>
    public long HardwareTokens { get; init; }

    /// <summary>Users with a password whose strongest device is a security key.</summary>
    public long StrongestSecurityKey { get; init; }

    /// <summary>Users with a password whose strongest device is an authenticator app.</summary>
    public long StrongestVirtual { get; init; }

    /// <summary>Users with a password whose strongest device is a hardware token.</summary>
    public long StrongestHardware { get; init; }
}
