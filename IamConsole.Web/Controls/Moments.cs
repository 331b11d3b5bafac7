using System.Globalization;

namespace IamConsole.Web.Controls;

/// <summary>How the console writes times: UTC with the word, and relative where a glance must do.</summary>
public static class Moments
{
    /// <summary>"24 Nov 2026, 08:41 UTC".</summary>
    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"24 Nov 2026".</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Now", "5 minutes ago", "2 hours ago", "Yesterday", "37 days ago".</summary>
    public static string Ago(DateTimeOffset time, DateTimeOffset now) => (now - time) switch
    {
        { TotalMinutes: < 1 } => "Now",
        { TotalHours: < 1 } age => $"{Count((int)age.TotalMinutes, "minute")} ago",
        { TotalDays: < 1 } age => $"{Count((int)age.TotalHours, "hour")} ago",
        { TotalDays: < 2 } => "Yesterday",
        var age => $"{Count((int)age.TotalDays, "day")} ago",
    };

    /// <summary>"Today", "1 day", "104 days".</summary>
    public static string Age(DateTimeOffset time, DateTimeOffset now) =>
        (int)(now - time).TotalDays is > 0 and var days ? Count(days, "day") : "Today";

    /// <summary>"1 user", "2 users", "1,000 users".</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
