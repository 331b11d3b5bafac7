using System.Globalization;

namespace IamConsole.Core;

/// <summary>
/// When the last attempts of a kind were made, as one text: ten digits each, seconds since the Unix epoch, the oldest first. So a
/// window slides, and one conditional statement counts: another attempt is free once the oldest is out of the window.
/// </summary>
internal static class RecentTimes
{
    /// <summary>Characters of one time.</summary>
    public const int Length = 10;

    /// <summary>
    /// A later time than this much after now was written under a clock that ran ahead and has been set right: it counts for
    /// nothing. Less is the difference between two servers.
    /// </summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>No attempt yet, of so many that are remembered.</summary>
    public static string None(int count) => new('0', count * Length);

    /// <summary>One time.</summary>
    public static string Text(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The oldest of them.</summary>
    public static DateTimeOffset Oldest(string times) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(times.AsSpan(0, Length), NumberStyles.None, CultureInfo.InvariantCulture));
}
