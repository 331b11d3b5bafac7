namespace IamConsole.Core.Policies.Language;

/// <summary>
/// Explicit deny, then allow, then implicit deny (IAM User Guide, "Policy evaluation logic"); the order of policies and
/// statements does not matter for the verdict.
/// </summary>
public static class PolicyEvaluator
{
    /// <summary>Decides about <paramref name="request"/> and names the first statement that decides it.</summary>
    public static PolicyDecision Evaluate(IEnumerable<NamedPolicy> policies, PolicyRequest request)
    {
        PolicyDecision? allowed = null;
        foreach (var policy in policies)
        {
            foreach (var statement in policy.Document.Statements)
            {
                if (statement.Effect is PolicyEffect.Allow && allowed is not null || !statement.Matches(request)) continue;
                if (statement.Effect is PolicyEffect.Deny) return new PolicyDecision(PolicyVerdict.ExplicitDeny, policy, statement);
                allowed = new PolicyDecision(PolicyVerdict.Allowed, policy, statement);
            }
        }

        return allowed ?? new PolicyDecision(PolicyVerdict.ImplicitDeny, null, null);
    }

    /// <summary>
    /// Whether the action of <paramref name="request"/> could be allowed on some resource under some condition. Where it is
    /// false, <see cref="Evaluate"/> allows the action on none; true promises nothing.
    /// </summary>
    public static bool CouldAllow(IEnumerable<NamedPolicy> policies, PolicyRequest request)
    {
        var statements = policies.SelectMany(p => p.Document.Statements).Where(s => s.Names(request)).ToList();
        return statements.Exists(s => s.Effect is PolicyEffect.Allow)
            && !statements.Exists(s => s.Effect is PolicyEffect.Deny && s.IsUnrestricted);
    }
}
