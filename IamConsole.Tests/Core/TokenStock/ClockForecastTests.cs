using IamConsole.Core.TokenStock;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.TokenStock;

/// <summary>Forecasts from clocks whose course is known.</summary>
public sealed class ClockForecastTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.4)]
    [InlineData(-0.4)]
    [InlineData(0.7)]
    [InlineData(-0.7)]
    public void A_drifting_clock_is_foretold_to_leave_when_it_is_a_step_off(double rate)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var forecast = ClockForecast.Of(Readings(seed, days: 60, rate), 30, 0)!;

            var truth = Start.AddDays(30 / Math.Abs(rate));
            Assert.InRange(forecast.SecondsPerDay, rate - 0.2, rate + 0.2);
            Assert.InRange(forecast.LeavesOn!.Value.DayNumber - DateOnly.FromDateTime(truth.UtcDateTime).DayNumber, -40, 40);
        }
    }

    [Fact]
    public void With_half_a_year_of_codes_the_day_is_right_within_two_weeks()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var forecast = ClockForecast.Of(Readings(seed, days: 180, rate: 0.1), 30, 0)!;

            Assert.InRange(forecast.DriftOn(Start.AddDays(180)), 12, 19);
            Assert.InRange(forecast.LeavesOn!.Value.DayNumber, Day(300) - 40, Day(300) + 90);
        }
    }

    [Fact]
    public void Typing_late_makes_no_clock_slow()
    {
        var prompt = ClockForecast.Of(Readings(seed: 1, days: 120, rate: 0.3, lateness: 3), 30, 0)!;
        var late = ClockForecast.Of(Readings(seed: 1, days: 120, rate: 0.3, lateness: 28), 30, 0)!;

        Assert.InRange(late.DriftSeconds - prompt.DriftSeconds, -8, 8);
        Assert.InRange(late.SecondsPerDay - prompt.SecondsPerDay, -0.08, 0.08);
    }

    [Fact]
    public void Of_a_thousand_steady_tokens_hardly_one_is_said_to_drift()
    {
        var wrong = Enumerable.Range(0, 1000).Count(seed => ClockForecast.Of(Readings(seed, days: 30, rate: 0), 30, 0)!.LeavesOn is not null);

        Assert.InRange(wrong, 0, 10);
    }

    [Fact]
    public void A_steady_token_stands_still_and_stays()
    {
        var forecast = ClockForecast.Of(Readings(seed: 3, days: 90, rate: 0, ahead: 45), 30, 1)!;

        Assert.Equal((0, null), (forecast.SecondsPerDay, forecast.LeavesOn));
        Assert.InRange(forecast.DriftOn(Start.AddDays(200)), 35, 46);
    }

    [Fact]
    public void The_window_lies_around_the_stored_drift()
    {
        var readings = Readings(seed: 4, days: 90, rate: 0.3);

        var around = ClockForecast.Of(readings, 30, 0)!.LeavesOn!.Value;
        var after = ClockForecast.Of(readings, 30, 1)!.LeavesOn!.Value;

        Assert.InRange(after.DayNumber - around.DayNumber, 80, 125);
    }

    [Fact]
    public void A_clock_that_is_beyond_the_window_already_leaves_on_its_last_day()
    {
        var forecast = ClockForecast.Of(Readings(seed: 5, days: 60, rate: 0.6, ahead: 10), 30, 0)!;

        Assert.Equal(DateOnly.FromDateTime(forecast.At.UtcDateTime), forecast.LeavesOn);
    }

    [Fact]
    public void Sixty_second_tokens_have_twice_the_room()
    {
        var forecast = ClockForecast.Of(Readings(seed: 6, days: 120, rate: 0.4, period: 60), 60, 0)!;

        Assert.InRange(forecast.LeavesOn!.Value.DayNumber, Day(150) - 30, Day(150) + 30);
    }

    [Fact]
    public void Too_few_readings_and_too_short_a_time_foretell_nothing()
    {
        var daily = Readings(seed: 7, days: 60, rate: 0.7);

        Assert.Null(ClockForecast.Of([], 30, 0));
        Assert.Null(ClockForecast.Of([.. daily.Where((_, i) => i % 5 == 0).Take(11)], 30, 0));
        Assert.Null(ClockForecast.Of([.. daily.Take(28)], 30, 0));
        Assert.NotNull(ClockForecast.Of([.. daily.Where((_, i) => i % 5 == 0)], 30, 0));
    }

    [Fact]
    public void What_is_older_than_half_a_year_does_not_count()
    {
        var recent = Readings(seed: 8, days: 100, rate: 0.3);
        var old = Readings(seed: 9, days: 100, rate: -0.7).Select(r => r with { At = r.At.AddDays(-200) });

        Assert.Equal(ClockForecast.Of(recent, 30, 0), ClockForecast.Of([.. old, .. recent], 30, 0));
    }

    [Fact]
    public void A_point_of_the_course_is_the_largest_reading_of_the_week_around_it()
    {
        ClockReading[] readings = [At(1, 0), At(2, -1), At(3, 1), At(7, 0), At(40, -1)];

        Assert.Equal([38, 38, 38, 15, -15], DriftPoint.Course(readings, 30).Select(p => p.Seconds));

        // At the beginning of a step: three readings leave a quarter of a step above the largest, one leaves a half.
        static ClockReading At(int day, int offset) => new(Start.AddDays(day), offset);
    }

    private static int Day(int day) => DateOnly.FromDateTime(Start.UtcDateTime.AddDays(day)).DayNumber;

    // One code a day at any time of it, typed up to so many seconds after it was shown, as long as it would be accepted.
    private static List<ClockReading> Readings(
        int seed, int days, double rate, double ahead = 0, int period = 30, double lateness = 10)
    {
        var dice = new Dice(seed + 1);
        var readings = new List<ClockReading>();
        for (var day = 0; day <= days; day++)
        {
            var at = Start.AddDays(day).AddSeconds(dice.Next(40_000));
            var shown = at.AddSeconds(ahead + (rate * (at - Start).TotalDays) - (dice.Next(1000) / 1000d * lateness));
            readings.Add(ClockReading.Of((long)Math.Floor((shown - DateTimeOffset.UnixEpoch).TotalSeconds / period), at, period));
        }

        return readings;
    }
}
