namespace IamConsole.Core.Sessions;

/// <summary>What the console shows of a living session; rights are asked of the gate, not read from here.</summary>
/// <param name="SessionId">The hashed identifier.</param>
/// <param name="Kind">What it is good for.</param>
/// <param name="UserId">The user.</param>
/// <param name="UserName">The user's name; "root" for root.</param>
/// <param name="IsRoot">Whether that is root.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="AccountLabel">Alias, or number.</param>
/// <param name="IsMfa">Whether a device was proven.</param>
/// <param name="DeviceCount">How many devices the user has.</param>
public sealed record SessionView(
    string SessionId,
    SessionKind Kind,
    string UserId,
    string UserName,
    bool IsRoot,
    string AccountId,
    string AccountLabel,
    bool IsMfa,
    int DeviceCount);
