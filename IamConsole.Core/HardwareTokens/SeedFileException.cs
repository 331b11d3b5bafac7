namespace IamConsole.Core.HardwareTokens;

/// <summary>The file as a whole is none of the known forms; nothing was imported.</summary>
public sealed class SeedFileException(string message) : Exception(message);
