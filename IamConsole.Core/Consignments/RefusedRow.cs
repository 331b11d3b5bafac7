namespace IamConsole.Core.Consignments;

/// <summary>A row that was not taken into the stock, and why. Never a seed.</summary>
/// <param name="Line">The line of a text file, the ordinal of the token in XML.</param>
/// <param name="Serial">Serial number as written, or null.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RefusedRow(int Line, string? Serial, string Reason);
