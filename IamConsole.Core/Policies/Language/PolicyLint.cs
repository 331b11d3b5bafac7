namespace IamConsole.Core.Policies.Language;

/// <summary>
/// What a well-formed policy probably does not mean. Above all: conditions on MFA that do not enforce MFA
/// (IAM User Guide, "Configuring MFA-protected API access").
/// </summary>
public static class PolicyLint
{
    /// <summary>The findings in the order of the text.</summary>
    /// <param name="document">What was read without error.</param>
    /// <param name="actions">The actions the product knows.</param>
    /// <param name="keys">The condition keys it knows; those with a slash at the end are prefixes.</param>
    public static IReadOnlyList<PolicyFinding> Check(
        PolicyDocument document, IReadOnlyCollection<string> actions, IReadOnlyCollection<string> keys) =>
    [
        .. document.Statements.SelectMany(s => KeyLint.Check(s)
                .Concat(TypeLint.Check(s, keys))
                .Concat(Actions(s, actions))
                .Concat(Keys(s, keys, document.Version))
                .Concat(Wide(s)))
            .Concat(MfaLint.Check(document, actions))
            .OrderBy(f => f.At.Start),
    ];

    private static IEnumerable<PolicyFinding> Actions(PolicyStatement statement, IReadOnlyCollection<string> known)
    {
        var services = known.Select(a => a.Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var nothing = new PolicyRequest("", "", PolicyRequest.NewKeys());
        foreach (var action in statement.Actions)
        {
            if (action.Text == "*" || names.Contains(action.Text)
                || action.Text.AsSpan().IndexOfAny('*', '?') >= 0 && known.Any(k => action.MatchesText(k, nothing, ignoreCase: true))) continue;
            var service = action.Text.Split(':')[0];
            yield return new(FindingKind.Warning, "Invalid action", services.Contains(service)
                ? $"The action {action.Text} matches no operation of this console."
                : $"The service {service} is none of this console: the action {action.Text} matches no operation here.", action.At);
        }
    }

    private static IEnumerable<PolicyFinding> Keys(PolicyStatement statement, IReadOnlyCollection<string> known, string version)
    {
        foreach (var condition in statement.Conditions)
        {
            if (!IsKnown(condition.Key, known))
                yield return new(FindingKind.Warning, "Invalid condition key",
                    $"No request of this console has the key {condition.Key}: the condition is decided by its absence.", condition.At);
            if (condition.Operator.Name is "StringEquals" or "StringNotEquals")
                foreach (var value in condition.Values.Where(v => v.Text.Contains('*', StringComparison.Ordinal)))
                    yield return new(FindingKind.Warning, "Wildcard without StringLike",
                        $"{condition.Operator.Name} takes the * in {value.Text} as a plain character. Use StringLike for a pattern.", value.At);
        }

        foreach (var pattern in statement.Resources.Concat(statement.Conditions.SelectMany(c => c.Values)))
        {
            if (version == PolicyDocument.OldVersion && pattern.Text.Contains("${", StringComparison.Ordinal))
                yield return new(FindingKind.Warning, "Variable in old version",
                    $"Without \"Version\": \"{PolicyDocument.CurrentVersion}\" the variable in {pattern.Text} is plain text.", pattern.At);
            foreach (var variable in pattern.Variables.Where(v => !IsKnown(v, known)))
                yield return new(FindingKind.Warning, "Invalid policy variable",
                    $"No request of this console has the key {variable}: {pattern.Text} matches nothing without a default.", pattern.At);
        }
    }

    private static IEnumerable<PolicyFinding> Wide(PolicyStatement statement)
    {
        if (statement.Effect is not PolicyEffect.Allow) yield break;
        if (statement.IsNotAction)
            yield return new(FindingKind.SecurityWarning, "Allow with NotAction",
                "Allow with NotAction permits everything that is not listed, what later versions add included.", statement.At);
        if (statement.IsNotResource)
            yield return new(FindingKind.SecurityWarning, "Allow with NotResource",
                "Allow with NotResource permits the actions on everything that is not listed.", statement.At);
    }

    internal static bool IsKnown(string key, IReadOnlyCollection<string> known) =>
        known.Any(k => k.EndsWith('/')
            ? key.StartsWith(k, StringComparison.OrdinalIgnoreCase) : string.Equals(k, key, StringComparison.OrdinalIgnoreCase));
}
