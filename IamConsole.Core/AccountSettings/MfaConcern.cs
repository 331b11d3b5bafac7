using IamConsole.Core.Accounts;
using IamConsole.Core.Users;

namespace IamConsole.Core.AccountSettings;

/// <summary><see cref="MfaRequirement"/> for all users of an account at once, as a query over the counters on their rows.</summary>
internal static class MfaConcern
{
    public static IQueryable<IamUser> WithPassword(this IQueryable<IamUser> users, Account account) =>
        users.Where(u => u.AccountId == account.Id && !u.IsRoot && u.PasswordHash != null);

    /// <summary>Users whom a requirement would concern and who have no device that counts.</summary>
    public static IQueryable<IamUser> WhoLackMfa(this IQueryable<IamUser> users, Account account, MfaPolicy policy)
    {
        var (keys, apps, tokens) = Weights(policy);
        return users.WithPassword(account).Where(
            u => !u.IsMfaExempt && (u.SecurityKeys * keys) + (u.VirtualDevices * apps) + (u.HardwareTokens * tokens) == 0);
    }

    /// <summary>Who was created after this has grace left; null when nobody is created late enough, or nothing is required.</summary>
    public static DateTimeOffset? LastWithoutGrace(MfaPolicy policy, DateTimeOffset now) =>
        policy.RequiredSince is not { } since || since.AddDays(policy.GraceDays) > now ? null : now.AddDays(-policy.GraceDays);

    /// <summary>1 for a kind that counts, otherwise 0.</summary>
    public static (int Keys, int Apps, int Tokens) Weights(MfaPolicy policy) =>
        (policy.AllowsSecurityKeys ? 1 : 0, policy.AllowsVirtualDevices ? 1 : 0, policy.AllowsHardwareTokens ? 1 : 0);
}
