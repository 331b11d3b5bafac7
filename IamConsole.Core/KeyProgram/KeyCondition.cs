namespace IamConsole.Core.KeyProgram;

/// <summary>One rule as it stands for an account, with the figure behind it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="IsMet">Whether it holds.</param>
public sealed record KeyCondition(KeyConditionKind Kind, bool IsMet)
{
    /// <summary>The figure's name, the country's name, or the order that counts.</summary>
    public string? Name { get; init; }

    /// <summary>The least figure that is enough, or the days of the period.</summary>
    public long? Limit { get; init; }

    /// <summary>The recorded figure; null when there is none.</summary>
    public long? Value { get; init; }

    /// <summary>When the figure was recorded or the order placed.</summary>
    public DateTimeOffset? At { get; init; }
}
