namespace IamConsole.Core.Policies.Language;

/// <summary>Operators that do not fit their key: of another type, or for keys with several values.</summary>
internal static class TypeLint
{
    private static readonly (string Key, ConditionForm[] Forms, string Use)[] Types =
    [
        (MfaTruth.Present, [ConditionForm.Truth], "Bool or BoolIfExists"),
        (MfaTruth.Age, [ConditionForm.Number], "a Numeric operator"),
        ("aws:SourceIp", [ConditionForm.Address], "IpAddress or NotIpAddress"),
        ("aws:CurrentTime", [ConditionForm.Date], "a Date operator"),
        ("aws:EpochTime", [ConditionForm.Date, ConditionForm.Number], "a Date or Numeric operator"),
        ("aws:PrincipalArn", [ConditionForm.Arn, ConditionForm.Text], "an Arn operator"),
    ];

    public static IEnumerable<PolicyFinding> Check(PolicyStatement statement, IReadOnlyCollection<string> keys)
    {
        foreach (var condition in statement.Conditions)
        {
            var (key, forms, use) = Types.FirstOrDefault(t => MfaTruth.Is(condition, t.Key));
            if (key is not null && !condition.Operator.IsNull && !forms.Contains(condition.Operator.Form))
                yield return new(FindingKind.Warning,
                    key == MfaTruth.Present && condition.Operator.Form is ConditionForm.Text ? "Text operator on a truth value" : "Type mismatch",
                    $"{condition.Operator.Name} does not compare what {key} is. Use {use}.", condition.At);
            if (condition.Quantifier is ValueQuantifier.All && PolicyLint.IsKnown(condition.Key, keys))
                yield return new(statement.Effect is PolicyEffect.Allow ? FindingKind.SecurityWarning : FindingKind.Warning,
                    "ForAllValues with single valued key",
                    $"{condition.Key} has one value, and ForAllValues is true when it is missing. Leave ForAllValues out.", condition.At);
        }
    }
}
