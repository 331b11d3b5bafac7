namespace IamConsole.Core.TokenStock;

/// <summary>A day's reading of a token's clock: the last right code of the day.</summary>
public sealed class TokenReading
{
    /// <summary>The token.</summary>
    public required string TokenId { get; init; }

    /// <summary>The day of the code, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The account in which it was used that day. Other accounts do not see when.</summary>
    public required string AccountId { get; init; }

    /// <summary>When the code was typed, in seconds of the day.</summary>
    public required int SecondOfDay { get; init; }

    /// <summary>See <see cref="ClockReading.OffsetSteps"/>.</summary>
    public required int OffsetSteps { get; init; }

    /// <summary>The reading as a value.</summary>
    public ClockReading Value => new(new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(SecondOfDay), OffsetSteps);
}
