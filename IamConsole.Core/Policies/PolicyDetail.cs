namespace IamConsole.Core.Policies;

/// <summary>A managed policy as its page shows it.</summary>
/// <param name="Row">What the list shows.</param>
/// <param name="Document">The text as it was written.</param>
/// <param name="Version">v1, v2, …; 0 for a built-in one.</param>
/// <param name="Users">Names of the users it is attached to, at most 100.</param>
/// <param name="Groups">Names of the groups it is attached to.</param>
public sealed record PolicyDetail(
    PolicyRow Row, string Document, int Version, IReadOnlyList<string> Users, IReadOnlyList<string> Groups);
