namespace IamConsole.Core.HardwareTokens;

/// <summary>What an import did.</summary>
/// <param name="Imported">Tokens that are in the stock now.</param>
/// <param name="Refused">Rows that are not, with their reasons, in the order of the file.</param>
public sealed record TokenImport(int Imported, IReadOnlyList<RefusedToken> Refused);
