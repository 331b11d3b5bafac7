using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>What the simulator found: the gate's own answer to the same request.</summary>
/// <param name="Verdict">What policies say.</param>
/// <param name="Stops">The safeguards that stand against it, whatever policies allow.</param>
/// <param name="Resource">The resource that was asked about; actions on the account as a whole know only <c>*</c>.</param>
/// <param name="Policy">The policy that decided, or null.</param>
/// <param name="Source">Where that comes from: the user, a group, the console itself; or null.</param>
/// <param name="Statement">The place and Sid of the statement that decided, or null.</param>
/// <param name="Missing">Condition keys that the policies ask about and the request did not have.</param>
public sealed record Simulation(
    PolicyVerdict Verdict, Safeguards Stops, string Resource, string? Policy, string? Source, string? Statement, IReadOnlyList<string> Missing)
{
    /// <summary>Whether the gate would let it pass.</summary>
    public bool IsPermitted => Verdict is PolicyVerdict.Allowed && Stops is Safeguards.None;
}
