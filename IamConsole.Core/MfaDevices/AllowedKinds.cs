using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Core.MfaDevices;

/// <summary>The kinds of device that the account's policy lets a user be given. Root's devices are root's own affair.</summary>
internal static class AllowedKinds
{
    public static bool Allows(this MfaPolicy policy, MfaDeviceKind kind) => kind switch
    {
        MfaDeviceKind.SecurityKey => policy.AllowsSecurityKeys,
        MfaDeviceKind.Virtual => policy.AllowsVirtualDevices,
        MfaDeviceKind.Hardware => policy.AllowsHardwareTokens,
    };

    public static bool AreOf(Account account, IamUser user, MfaDeviceKind kind) => user.IsRoot || account.MfaPolicy.Allows(kind);
}
