namespace IamConsole.Web.FidoMetadata;

/// <summary>When metadata are fetched: daily, and soon after they should have been replaced.</summary>
public static class MetadataTimetable
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(24);

    // The new BLOB need not be there at midnight.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>Whether now is a time to ask.</summary>
    /// <param name="now">Now.</param>
    /// <param name="loadedAt">When what is in force was loaded; null: nothing is.</param>
    /// <param name="nextUpdate">The last day on which that is up to date.</param>
    /// <param name="asked">When this process asked last; null: not yet.</param>
    /// <param name="failed">Whether that was answered by nothing usable.</param>
    public static bool IsDue(DateTimeOffset now, DateTimeOffset? loadedAt, DateOnly? nextUpdate, DateTimeOffset? asked, bool failed)
    {
        if (loadedAt is null || nextUpdate is null) return asked is null || now - asked >= (failed ? AfterFailure : Daily);
        var replaced = new DateTimeOffset(nextUpdate.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) + Grace;
        if (asked is null) return now - loadedAt >= Daily || now >= replaced;
        if (now - asked >= Daily || (asked < replaced && now >= replaced)) return true;
        return failed && now - asked >= AfterFailure;
    }
}
