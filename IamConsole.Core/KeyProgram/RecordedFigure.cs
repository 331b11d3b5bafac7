namespace IamConsole.Core.KeyProgram;

/// <summary>A figure that the operator recorded for an account: what it spent, or whatever else a rule asks.</summary>
public sealed class RecordedFigure
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>As in <see cref="FigureMinimum.Name"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The figure, in whole units.</summary>
    public required long Value { get; set; }

    /// <summary>When the operator recorded it.</summary>
    public required DateTimeOffset RecordedAt { get; set; }
}
