namespace IamConsole.Core.Users;

/// <summary>What the users page asks for.</summary>
/// <param name="Search">Part of a name or path, without regard to case; null for all.</param>
/// <param name="WithoutMfa">Only users with a password and without a device.</param>
/// <param name="After">The name the last page ended with; null for the first page.</param>
/// <param name="Size">Rows, at most 100.</param>
public sealed record UserQuery(string? Search = null, bool WithoutMfa = false, string? After = null, int Size = 25);
