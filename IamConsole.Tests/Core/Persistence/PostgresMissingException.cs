namespace IamConsole.Tests.Core.Persistence;

/// <summary>No PostgreSQL server can be had on this machine; the message says why.</summary>
public sealed class PostgresMissingException(string message) : Exception(message);
