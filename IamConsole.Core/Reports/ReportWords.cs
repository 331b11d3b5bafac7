using IamConsole.Core.Accounts;

namespace IamConsole.Core.Reports;

/// <summary>What files and previews say alike.</summary>
internal static class ReportWords
{
    /// <summary>The original's name of the root user.</summary>
    public const string Root = "<root_account>";

    /// <summary>When the account's policy asks for a new password, or null when passwords do not expire.</summary>
    public static DateTime? NextRotation(Account account, DateTime? changedAt) => null;

    /// <summary>Whether the account asks everybody for MFA.</summary>
    public static bool MfaRequired(Account account) => false;

    /// <summary>A time, or the word for none.</summary>
    public static void TimeOr(this CsvFile csv, DateTime? time, ReadOnlySpan<byte> none)
    {
        if (time is { } known) csv.Time(known);
        else csv.Cells(none);
    }
}
