namespace IamConsole.Core.TokenStock;

/// <summary>What one right code says of a token's clock.</summary>
/// <param name="At">When the code was typed, by our clock.</param>
/// <param name="OffsetSteps">The code's time step minus the step of that moment.</param>
public readonly record struct ClockReading(DateTimeOffset At, int OffsetSteps)
{
    /// <summary>
    /// The token's clock is ahead of ours by at least so many seconds (negative: behind): when the code was typed, the token had
    /// reached the beginning of its step. It is less than a step more if the code still stood there, and more by as long as it
    /// did not: a code can be typed late, never early (RFC 6238, section 6). Of readings near each other the largest is right.
    /// </summary>
    public double Ahead(int periodSeconds) => ((double)OffsetSteps * periodSeconds) - (At.ToUnixTimeSeconds() % periodSeconds);

    /// <summary>
    /// By how much the largest of <paramref name="count"/> readings lies below the clock on the average, in seconds: codes are
    /// typed at any moment of their step, and the largest of n such numbers leaves one part in n + 1 free above it.
    /// </summary>
    internal static double Shortfall(int count, int periodSeconds) => (double)periodSeconds / (count + 1);

    /// <summary>The reading of a code of <paramref name="step"/>, typed at a time.</summary>
    internal static ClockReading Of(long step, DateTimeOffset at, int periodSeconds) =>
        new(at, (int)(step - (at.ToUnixTimeSeconds() / periodSeconds)));
}
