using System.Globalization;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.TokenStock;
using IamConsole.Web.Controls;

namespace IamConsole.Web.HardwareTokens;

/// <summary>A token's clock in words.</summary>
public static class ClockText
{
    // Some tokens count from 2000 instead of 1970: that is no drift.
    private const int Year = 365 * 86_400;

    /// <summary>"In time", "4 seconds fast", "90 seconds slow".</summary>
    public static string Drift(double seconds) => (int)Math.Round(seconds) switch
    {
        0 => "In time",
        > Year or < -Year => "Counts from another year",
        > 0 and var fast => $"{Moments.Count(fast, "second")} fast",
        var slow => $"{Moments.Count(-slow, "second")} slow",
    };

    /// <summary>The drift now: by its course where that is known, otherwise as it is stored.</summary>
    public static string Now(TokenDetail token, DateTimeOffset now) =>
        Drift(token.Forecast?.DriftOn(now) ?? (double)token.DriftSteps * token.Profile.PeriodSeconds);

    /// <summary>"Gains 0.4 seconds a day", "Steady", "Not known yet".</summary>
    public static string Course(TokenDetail token) => token.Forecast switch
    {
        null => "Not known yet",
        { SecondsPerDay: 0 } => "Steady",
        { SecondsPerDay: > 0 and var gain } => $"Gains {Rate(gain)} a day",
        { SecondsPerDay: var loss } => $"Loses {Rate(-loss)} a day",
    };

    /// <summary>From when its codes will be refused.</summary>
    public static string Leaves(TokenDetail token) => token.Forecast switch
    {
        null => $"Not known yet: {token.Readings} of {ClockForecast.FewestReadings} days with codes, over at least {ClockForecast.FewestDays} days",
        { LeavesOn: null } => "Not foreseen",
        { LeavesOn: var day } => $"From about {TokenText.Day(day)}, unless it is resynchronized",
    };

    /// <summary>"in 12 days", "today", "3 days ago".</summary>
    public static string When(DateOnly day, DateTimeOffset now) => (day.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber) switch
    {
        0 => "today",
        > 0 and var days => $"in {Moments.Count(days, "day")}",
        var days => $"{Moments.Count(-days, "day")} ago",
    };

    /// <summary>A point of the plot.</summary>
    public static PlotPoint Point(DriftPoint point) => new(
        point.Day.DayNumber, point.Seconds, point.Day.ToString("d MMM", CultureInfo.InvariantCulture), Drift(point.Seconds));

    private static string Rate(double seconds) =>
        $"{seconds.ToString(seconds < 0.095 ? "0.00" : "0.0", CultureInfo.InvariantCulture)} seconds";
}
