using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>A user as the replay needs him: what speaks for him now and with the draft.</summary>
internal sealed record ReplayPerson(
    string Name, Dictionary<string, IReadOnlyList<string>> Keys, IReadOnlyList<NamedPolicy> Now, IReadOnlyList<NamedPolicy> Then)
{
    /// <summary>The answer with today's policies, and with the draft.</summary>
    public (GateAnswer Now, GateAnswer Then) Decide(RecordedDecision asked)
    {
        var request = new PolicyRequest(asked.Action, asked.Resource, ConditionKeys.AsRecorded(Keys, asked));
        return (GateAnswer.Of(Now, request, asked.Stops), GateAnswer.Of(Then, request, asked.Stops));
    }
}
