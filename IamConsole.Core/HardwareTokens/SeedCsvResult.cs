namespace IamConsole.Core.HardwareTokens;

/// <summary>What a seed file says.</summary>
/// <param name="Records">The good rows.</param>
/// <param name="Refused">The others, with their reasons.</param>
public sealed record SeedCsvResult(IReadOnlyList<SeedRecord> Records, IReadOnlyList<SeedRowVerdict> Refused);
