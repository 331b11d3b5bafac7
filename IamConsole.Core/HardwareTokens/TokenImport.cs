namespace IamConsole.Core.HardwareTokens;

/// <summary>What an import did.</summary>
/// <param name="Imported">Tokens that are in the stock now.</param>
/// <param name="Refused">Rows that are not, with their reasons.</param>
public sealed record TokenImport(int Imported, IReadOnlyList<SeedRowVerdict> Refused);
