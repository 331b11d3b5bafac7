using IamConsole.Core.Accounts;

namespace IamConsole.Core.Users;

/// <summary>When a console password ends by the account's policy. Root's never does.</summary>
internal static class PasswordExpiry
{
    /// <summary>Null when it never does.</summary>
    public static DateTimeOffset? EndOf(IamUser user, Account account) =>
        user.IsRoot || user.PasswordChangedAt is not { } changed || account.PasswordPolicy.ExpiresAfterDays is not { } days
            ? null : changed.AddDays(days);

    public static bool IsOver(IamUser user, Account account, DateTimeOffset now) => EndOf(user, account) <= now;

    /// <summary>Days left, rounded up, once the owner is to be warned; otherwise null.</summary>
    public static int? DaysToWarnOf(IamUser user, Account account, DateTimeOffset now) =>
        EndOf(user, account) is { } end && end > now && end - now <= TimeSpan.FromDays(PasswordPolicy.WarningDays)
            ? (int)Math.Ceiling((end - now).TotalDays) : null;
}
