namespace IamConsole.Core.Users;

/// <summary>A user as the users page shows it: one row, no join.</summary>
public sealed record UserRow(
    string Id,
    string Name,
    string Path,
    int SecurityKeys,
    int VirtualDevices,
    int HardwareTokens,
    bool HasConsoleAccess,
    DateTimeOffset? PasswordChangedAt,
    DateTimeOffset? LastSignInAt,
    DateTimeOffset CreatedAt)
{
    internal static UserRow Of(IamUser u) => new(
        u.Id, u.Name, u.Path, u.SecurityKeys, u.VirtualDevices, u.HardwareTokens,
        u.HasConsoleAccess, u.PasswordChangedAt, u.LastSignInAt, u.CreatedAt);
}
