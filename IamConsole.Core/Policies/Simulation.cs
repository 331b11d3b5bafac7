using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>What the simulator found.</summary>
/// <param name="Verdict">Allowed or not.</param>
/// <param name="Policy">The policy that decided, or null.</param>
/// <param name="Source">Where that comes from: the user, a group, the console itself; or null.</param>
/// <param name="Statement">The place and Sid of the statement that decided, or null.</param>
/// <param name="Missing">Condition keys that the policies ask about and the request did not have.</param>
public sealed record Simulation(
    PolicyVerdict Verdict, string? Policy, string? Source, string? Statement, IReadOnlyList<string> Missing);
