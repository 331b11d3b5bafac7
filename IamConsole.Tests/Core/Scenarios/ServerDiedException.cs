namespace IamConsole.Tests.Core.Scenarios;

/// <summary>What a server that was killed would have done next, it did not do.</summary>
internal sealed class ServerDiedException() : Exception("This server is dead.");
