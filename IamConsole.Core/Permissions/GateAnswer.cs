using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Permissions;

/// <summary>What policies and safeguards say to one request: the answer of the gate, of the simulator and of a replay.</summary>
/// <param name="Request">The request as it was decided.</param>
/// <param name="Decision">The policies' verdict and what decided it.</param>
/// <param name="Stops">The safeguards that stand against it, whatever policies allow.</param>
internal sealed record GateAnswer(PolicyRequest Request, PolicyDecision Decision, Safeguards Stops)
{
    /// <summary>Decides. There is no second place where policies and safeguards meet.</summary>
    public static GateAnswer Of(IEnumerable<NamedPolicy> policies, PolicyRequest request, Safeguards stops) =>
        new(request, PolicyEvaluator.Evaluate(policies, request), stops);

    /// <summary>Whether it may be done.</summary>
    public bool IsPermitted => Decision.IsAllowed && Stops is Safeguards.None;
}
