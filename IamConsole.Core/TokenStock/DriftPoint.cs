namespace IamConsole.Core.TokenStock;

/// <summary>A point of a token's course.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Seconds">The token's clock minus ours, as far as codes prove it.</param>
public readonly record struct DriftPoint(DateOnly Day, int Seconds)
{
    private const int Near = 3;

    /// <summary>
    /// One point for each reading, oldest first: the largest reading of the week around it, because a code can be typed late
    /// and makes a clock look slow, never fast; and the part of a step by which the largest of so many falls short.
    /// </summary>
    /// <param name="readings">One for each day, oldest first.</param>
    /// <param name="periodSeconds">Seconds of a time step.</param>
    public static IReadOnlyList<DriftPoint> Course(IReadOnlyList<ClockReading> readings, int periodSeconds)
    {
        var days = readings.Select(r => DateOnly.FromDateTime(r.At.UtcDateTime)).ToList();
        var points = new List<DriftPoint>(readings.Count);
        for (int i = 0, from = 0; i < readings.Count; i++)
        {
            while (days[from].DayNumber < days[i].DayNumber - Near) from++;
            var (largest, count) = (double.MinValue, 0);
            for (var j = from; j < readings.Count && days[j].DayNumber <= days[i].DayNumber + Near; j++)
                (largest, count) = (Math.Max(largest, readings[j].Ahead(periodSeconds)), count + 1);
            points.Add(new DriftPoint(days[i], (int)Math.Round(largest + ClockReading.Shortfall(count, periodSeconds))));
        }

        return points;
    }
}
