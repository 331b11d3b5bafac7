namespace IamConsole.Core.SeedFiles;

/// <summary>One row of a seed file: a record, or why there is none.</summary>
/// <param name="Row">Its number from 1: the line in text files, the ordinal of the token in XML.</param>
/// <param name="Serial">The serial number, or null where there is none that could not be a seed in the wrong place.</param>
/// <param name="Record">The record, or null.</param>
/// <param name="Fault">Why there is no record, or null.</param>
public sealed record SeedRow(int Row, string? Serial, SeedRecord? Record, SeedRowFault? Fault)
{
    internal static SeedRow Refused(int row, string? serial, SeedRowFault fault) =>
        new(row, SeedRules.Presentable(serial), null, fault);
}
