using IamConsole.Core.Accounts;

namespace IamConsole.Core.Reports;

/// <summary>What files and previews say alike.</summary>
internal static class ReportWords
{
    /// <summary>The original's name of the root user.</summary>
    public const string Root = "<root_account>";

    /// <summary>When the account's policy asks for a new password, or null when passwords do not expire.</summary>
    public static DateTime? NextRotation(Account account, DateTime? changedAt) =>
        account.PasswordPolicy.ExpiresAfterDays is { } days ? changedAt?.AddDays(days) : null;

    /// <summary>Whether the account asks this user for MFA, now or after a grace period.</summary>
    public static bool MfaRequired(Account account, bool root, bool hasPassword, bool isExempt) => root
        ? Partition.AllowsRootSignIn(account.Partition)
        : account.MfaPolicy.RequiredSince is not null && hasPassword && !isExempt;

    /// <summary>A time, or the word for none.</summary>
    public static void TimeOr(this CsvFile csv, DateTime? time, ReadOnlySpan<byte> none)
    {
        if (time is { } known) csv.Time(known);
        else csv.Cells(none);
    }
}
