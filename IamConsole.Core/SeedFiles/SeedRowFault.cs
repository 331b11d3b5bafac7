namespace IamConsole.Core.SeedFiles;

/// <summary>Why a row is refused.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Message">For people: a sentence, never with a seed.</param>
public sealed record SeedRowFault(SeedRowFaultCode Code, string Message);
