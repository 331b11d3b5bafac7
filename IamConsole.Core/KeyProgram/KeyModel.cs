namespace IamConsole.Core.KeyProgram;

/// <summary>A model of security key that the operator has in stock.</summary>
public sealed class KeyModel
{
    /// <summary>The operator's short name: 1 to 32 lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the order form says, 1 to 50 characters: "USB-C with NFC".</summary>
    public required string Name { get; set; }

    /// <summary>For whom it is, at most 120 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Keys that nobody has ordered; never negative.</summary>
    public int Stock { get; set; }

    /// <summary>False once the operator removed it: orders keep it, nobody can choose it.</summary>
    public bool IsOffered { get; set; } = true;
}
