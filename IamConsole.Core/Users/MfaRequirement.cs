using IamConsole.Core.Accounts;

namespace IamConsole.Core.Users;

/// <summary>Who must use MFA, from when, and whether he does: IAM users by the account's policy, root always.</summary>
internal static class MfaRequirement
{
    /// <summary>The original's days in which root may put it off.</summary>
    public const int RootGraceDays = 35;

    /// <summary>From when the user cannot sign in without a device that counts; null when it is not asked of him.</summary>
    public static DateTimeOffset? DueAt(IamUser user, Account account)
    {
        if (user.IsRoot) return Partition.AllowsRootSignIn(account.Partition) ? user.CreatedAt.AddDays(RootGraceDays) : null;
        return user.IsMfaExempt || !user.HasConsoleAccess ? null : DueAt(account.MfaPolicy, user.CreatedAt);
    }

    /// <summary>From when a policy asks it of a user created then.</summary>
    public static DateTimeOffset? DueAt(MfaPolicy policy, DateTimeOffset createdAt) =>
        policy.RequiredSince is { } since ? (createdAt > since ? createdAt : since).AddDays(policy.GraceDays) : null;

    /// <summary>The user's devices that count: those of an allowed kind, and all of root's.</summary>
    public static int CountOf(IamUser user, MfaPolicy policy) => user.IsRoot ? user.DeviceCount
        : (policy.AllowsSecurityKeys ? user.SecurityKeys : 0)
            + (policy.AllowsVirtualDevices ? user.VirtualDevices : 0)
            + (policy.AllowsHardwareTokens ? user.HardwareTokens : 0);

    /// <summary>Whether the user has a device that counts.</summary>
    public static bool IsMet(IamUser user, MfaPolicy policy) => CountOf(user, policy) > 0;

    /// <summary>Whether the user must not go on without assigning a device.</summary>
    public static bool IsOverdue(IamUser user, Account account, DateTimeOffset now) =>
        DueAt(user, account) <= now && !IsMet(user, account.MfaPolicy);
}
