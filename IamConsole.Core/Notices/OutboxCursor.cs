using System.Globalization;

namespace IamConsole.Core.Notices;

/// <summary>A place in the outbox.</summary>
public sealed record OutboxCursor(DateTimeOffset At, string Id)
{
    /// <summary>As the address bar has it: ticks and identifier.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id}");

    /// <summary>Null for whatever is no place.</summary>
    public static OutboxCursor? Parse(string? text) =>
        text?.Split('-') is [var ticks, { Length: > 0 and <= 64 } id] && id.All(char.IsAsciiLetterOrDigit)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new OutboxCursor(new DateTimeOffset(at, TimeSpan.Zero), id) : null;
}
