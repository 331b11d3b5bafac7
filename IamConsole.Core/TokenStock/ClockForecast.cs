namespace IamConsole.Core.TokenStock;

/// <summary>
/// How a token's clock moves against ours, and when its codes leave the window of three steps around the drift that is stored
/// for it, unless it is synchronised before. A quartz runs evenly over months, so its course is a line: the slope by least
/// squares over the readings, whose lateness of typing is much the same every day and so does not tilt it; the height so that
/// no reading lies above, because a code is never typed early (see <see cref="ClockReading.Ahead"/>), and by as much higher
/// as the largest of so many falls short.
/// </summary>
/// <param name="At">When the last code was typed on which this is founded.</param>
/// <param name="DriftSeconds">The token's clock minus ours then.</param>
/// <param name="SecondsPerDay">What it gains on a day (negative: loses); 0 when the readings prove no drift.</param>
/// <param name="LeavesOn">The day from which codes typed at once begin to be refused; null when not within ten years.</param>
public sealed record ClockForecast(DateTimeOffset At, double DriftSeconds, double SecondsPerDay, DateOnly? LeavesOn)
{
    /// <summary>Readings older than so many days before the last say nothing of today: crystals age and change with warmth.</summary>
    public const int Days = 180;

    /// <summary>Fewer readings make no forecast.</summary>
    public const int FewestReadings = 12;

    /// <summary>Nor do readings of a shorter time.</summary>
    public const int FewestDays = 28;

    /// <summary>
    /// A slope less than so many times its standard error may be chance: each reading is uncertain by a step. At three, one
    /// steady token in a hundred is said to drift with the fewest readings, and none of a thousand with thirty.
    /// </summary>
    private const double Significance = 3;

    private const double Farthest = 3_650;

    /// <summary>The drift at a time, in seconds.</summary>
    public double DriftOn(DateTimeOffset time) => DriftSeconds + (SecondsPerDay * (time - At).TotalDays);

    /// <summary>The forecast, or null with too few readings.</summary>
    /// <param name="readings">In any order.</param>
    /// <param name="periodSeconds">Seconds of a time step.</param>
    /// <param name="driftSteps">The stored drift, in steps: codes of the step before to the step after it are accepted.</param>
    public static ClockForecast? Of(IReadOnlyCollection<ClockReading> readings, int periodSeconds, int driftSteps)
    {
        if (readings.Count == 0) return null;
        var last = readings.Max(r => r.At);
        var points = readings.Select(r => (Day: (r.At - last).TotalDays, Ahead: r.Ahead(periodSeconds))).Where(p => p.Day >= -Days).ToList();
        if (points.Count < FewestReadings || points.Min(p => p.Day) > -FewestDays) return null;
        var slope = Slope(points);
        var drift = points.Max(p => p.Ahead - (slope * p.Day)) + ClockReading.Shortfall(points.Count, periodSeconds);
        return new ClockForecast(last, drift, slope, Leaves(last, drift, slope, periodSeconds, driftSteps));
    }

    // Least squares; nothing where the readings do not prove it.
    private static double Slope(List<(double Day, double Ahead)> points)
    {
        var (day, ahead) = (points.Average(p => p.Day), points.Average(p => p.Ahead));
        var spread = points.Sum(p => (p.Day - day) * (p.Day - day));
        var slope = points.Sum(p => (p.Day - day) * (p.Ahead - ahead)) / spread;
        var rest = points.Sum(p => Math.Pow(p.Ahead - ahead - (slope * (p.Day - day)), 2)) / (points.Count - 2);
        return Math.Abs(slope) < Significance * Math.Sqrt(rest / spread) ? 0 : slope;
    }

    // A clock between two steps shows now the one, now the other: the first codes fall out when it is a whole step off.
    private static DateOnly? Leaves(DateTimeOffset last, double drift, double slope, int periodSeconds, int driftSteps)
    {
        if (slope == 0) return null;
        var edge = (driftSteps + Math.Sign(slope)) * (double)periodSeconds;
        var days = Math.Max(0, (edge - drift) / slope);
        return days > Farthest ? null : DateOnly.FromDateTime(last.UtcDateTime.AddDays(days));
    }
}
