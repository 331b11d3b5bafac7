namespace IamConsole.Core.Policies.Language;

/// <summary>
/// One key under one operator. Several values are alternatives; a negated operator asks that none of them match.
/// A missing key matches no value: the operator is false, a negated one true, and with <c>IfExists</c> either is true
/// (IAM User Guide, "IAM JSON policy elements: Condition operators").
/// </summary>
/// <param name="Operator">What is compared how.</param>
/// <param name="Quantifier">For keys with several values.</param>
/// <param name="IfExists">Whether a missing key satisfies the condition.</param>
/// <param name="Key">The condition key, compared without regard to case.</param>
/// <param name="Values">What the policy names, at least one.</param>
/// <param name="At">Where the key stands.</param>
public sealed record PolicyCondition(
    ConditionOperator Operator, ValueQuantifier Quantifier, bool IfExists, string Key, IReadOnlyList<PolicyPattern> Values, TextPosition At)
{
    /// <summary>The operator as it was written, prefix and suffix included.</summary>
    public string OperatorText =>
        Quantifier switch { ValueQuantifier.All => "ForAllValues:", ValueQuantifier.Any => "ForAnyValue:", _ => "" }
        + Operator.Name + (IfExists ? "IfExists" : "");

    /// <summary>Whether the condition holds for <paramref name="request"/>.</summary>
    public bool Holds(PolicyRequest request)
    {
        var found = request.Find(Key);
        if (Operator.IsNull)
            return Values.Any(v => string.Equals(v.Text, found is null ? "true" : "false", StringComparison.OrdinalIgnoreCase));
        if (found is null)
            return IfExists || Quantifier switch
            {
                ValueQuantifier.All => true,
                ValueQuantifier.Any => false,
                _ => Operator.IsNegated,
            };
        return Quantifier is ValueQuantifier.All
            ? found.All(value => Satisfies(value, request))
            : found.Any(value => Satisfies(value, request));
    }

    /// <summary>
    /// Whether the condition lets an Allow apply: it holds, and not because a variable has no value. One that has none takes
    /// nothing away from what another value matches, but "none of them matches" is not known of it.
    /// </summary>
    internal bool Grants(PolicyRequest request) =>
        Holds(request) && (!Operator.IsNegated && request.Find(Key) is not null || Values.All(v => v.IsResolved(request)));

    private bool Satisfies(string value, PolicyRequest request) =>
        Values.Any(wanted => Operator.Compare(value, wanted, request)) != Operator.IsNegated;
}
