namespace IamConsole.Core.Persistence;

/// <summary>The database server was waited for in vain.</summary>
public sealed class DatabaseAwayException(string message, Exception inner) : Exception(message, inner);
