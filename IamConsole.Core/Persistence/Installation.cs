namespace IamConsole.Core.Persistence;

/// <summary>The one row that ties the database to its key ring.</summary>
public sealed class Installation
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>A known text encrypted with the key ring: a start with another ring is refused, not half-working.</summary>
    public required byte[] KeyCheck { get; init; }
}
