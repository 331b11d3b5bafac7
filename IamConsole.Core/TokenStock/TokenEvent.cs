namespace IamConsole.Core.TokenStock;

/// <summary>One line of a token's history. Names are those of then: the history outlives users.</summary>
public sealed class TokenEvent
{
    /// <summary>Rises with time; assigned by the database.</summary>
    public long Id { get; init; }

    /// <summary>The token.</summary>
    public required string TokenId { get; init; }

    /// <summary>The account in which it happened, or null for the operator's doing. Other accounts do not see it.</summary>
    public required string? AccountId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required TokenEventKind Kind { get; init; }

    /// <summary>Who did it, by name.</summary>
    public required string Actor { get; init; }

    /// <summary>The user it concerns, by name, or null.</summary>
    public string? UserName { get; init; }
}
