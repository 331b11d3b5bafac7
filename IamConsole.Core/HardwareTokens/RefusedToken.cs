namespace IamConsole.Core.HardwareTokens;

/// <summary>A row that was not taken into the stock, and why. Never a seed.</summary>
/// <param name="Row">Its number in the file, from 1.</param>
/// <param name="Serial">Serial number as written, or null.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RefusedToken(int Row, string? Serial, string Reason);
