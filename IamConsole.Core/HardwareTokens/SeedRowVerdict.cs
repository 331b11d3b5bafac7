namespace IamConsole.Core.HardwareTokens;

/// <summary>A row that was not taken, and why. Never a seed.</summary>
/// <param name="Row">Line of the file, from 1.</param>
/// <param name="Serial">Serial number as written, or null.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record SeedRowVerdict(int Row, string? Serial, string Reason);
