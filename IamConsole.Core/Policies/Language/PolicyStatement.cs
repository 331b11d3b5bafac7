namespace IamConsole.Core.Policies.Language;

/// <summary>One statement: it matches when action, resource and every condition do.</summary>
/// <param name="Number">Its place in the document, from 1.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Sid">Its name, or null.</param>
/// <param name="Effect">What it does when it matches.</param>
/// <param name="Actions">The patterns of <c>Action</c> or <c>NotAction</c>, without regard to case.</param>
/// <param name="IsNotAction">Whether it matches every action but those.</param>
/// <param name="Resources">The patterns of <c>Resource</c> or <c>NotResource</c>.</param>
/// <param name="IsNotResource">Whether it matches every resource but those.</param>
/// <param name="Conditions">All must hold.</param>
public sealed record PolicyStatement(
    int Number,
    TextPosition At,
    string? Sid,
    PolicyEffect Effect,
    IReadOnlyList<PolicyPattern> Actions,
    bool IsNotAction,
    IReadOnlyList<PolicyPattern> Resources,
    bool IsNotResource,
    IReadOnlyList<PolicyCondition> Conditions)
{
    /// <summary>
    /// Whether a mistake was found in it: only in a text that was stored before the mistake was one. Such an Allow permits
    /// nothing, such a Deny denies its actions whatever resource and conditions say.
    /// </summary>
    public bool IsUnreadable { get; init; }

    /// <summary>
    /// Whether the statement speaks about <paramref name="request"/>. A variable without a value matches nothing: an Allow
    /// is never owed to it, not even by NotResource or a negated operator, and by those a Deny still denies.
    /// </summary>
    public bool Matches(PolicyRequest request)
    {
        if (!Names(request)) return false;
        if (IsUnreadable) return Effect is PolicyEffect.Deny;
        if (Resources.Any(r => r.MatchesResource(request.Resource, request)) == IsNotResource) return false;
        return Effect is PolicyEffect.Deny
            ? Conditions.All(c => c.Holds(request))
            : Conditions.All(c => c.Grants(request)) && (!IsNotResource || Resources.All(r => r.IsResolved(request)));
    }

    /// <summary>Whether it speaks about the action of <paramref name="request"/>, be it on some resources and conditions only.</summary>
    internal bool Names(PolicyRequest request) =>
        Actions.Any(a => a.MatchesText(request.Action, request, ignoreCase: true)) != IsNotAction;

    /// <summary>Whether it speaks about its actions on every resource and under every condition.</summary>
    internal bool IsUnrestricted => !IsNotResource && Conditions.Count == 0 && Resources.Any(r => r.Text == "*");
}
