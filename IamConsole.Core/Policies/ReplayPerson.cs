using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>A user as the replay needs him: what speaks for him now and with the draft.</summary>
internal sealed record ReplayPerson(
    string Name, Dictionary<string, IReadOnlyList<string>> Keys, IReadOnlyList<NamedPolicy> Now, IReadOnlyList<NamedPolicy> Then)
{
    public PolicyDecision DecideNow(RecordedDecision asked) => PolicyEvaluator.Evaluate(Now, Request(asked));

    public PolicyDecision DecideThen(RecordedDecision asked) => PolicyEvaluator.Evaluate(Then, Request(asked));

    private PolicyRequest Request(RecordedDecision asked) =>
        new(asked.Action, asked.Resource, ConditionKeys.AsRecorded(Keys, asked));
}
