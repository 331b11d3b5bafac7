using System.Linq.Expressions;

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
    internal static readonly Expression<Func<IamUser, UserRow>> Projection = u => new UserRow(
        u.Id, u.Name, u.Path, u.SecurityKeys, u.VirtualDevices, u.HardwareTokens,
        u.PasswordHash != null, u.PasswordChangedAt, u.LastSignInAt, u.CreatedAt);

    /// <summary>The strongest of the devices.</summary>
    public MfaStrength MfaStrength => this switch
    {
        { SecurityKeys: > 0 } => MfaStrength.SecurityKey,
        { HardwareTokens: > 0 } => MfaStrength.Hardware,
        { VirtualDevices: > 0 } => MfaStrength.Virtual,
        { HasConsoleAccess: true } => MfaStrength.None,
        _ => MfaStrength.NotNeeded,
    };

    internal static UserRow Of(IamUser u) => new(
        u.Id, u.Name, u.Path, u.SecurityKeys, u.VirtualDevices, u.HardwareTokens,
        u.HasConsoleAccess, u.PasswordChangedAt, u.LastSignInAt, u.CreatedAt);
}
