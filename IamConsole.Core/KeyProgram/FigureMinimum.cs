namespace IamConsole.Core.KeyProgram;

/// <summary>A rule: an account's figure of this name must be at least so high.</summary>
public sealed class FigureMinimum
{
    /// <summary>The name that <c>--spend</c> and <c>--minimum-spend</c> stand for.</summary>
    public const string Spend = "Spend";

    /// <summary>What is counted, as people read it, with its unit where it has one; 1 to 40 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The least that is enough.</summary>
    public required long Minimum { get; set; }
}
