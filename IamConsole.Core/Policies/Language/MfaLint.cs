namespace IamConsole.Core.Policies.Language;

/// <summary>Conditions on MFA that do not enforce MFA.</summary>
internal static class MfaLint
{
    private const string Present = "aws:MultiFactorAuthPresent";
    private const string Age = "aws:MultiFactorAuthAge";

    // Without these a user without a device could not get one, or could not set his first password.
    private static readonly string[] NeededToEnrol = ["iam:EnableMFADevice", "iam:GetUser", "iam:ListMFADevices", "iam:ChangePassword"];

    public static IEnumerable<PolicyFinding> Check(PolicyStatement statement)
    {
        foreach (var condition in statement.Conditions)
        {
            var found = Is(condition, Present) ? OnPresence(statement, condition) : Is(condition, Age) ? OnAge(statement, condition) : null;
            if (found is not null) yield return found;
            if (DeniesWithoutMfa(statement, condition) && Locked(statement) is { Length: > 0 } locked)
                yield return new(FindingKind.Warning, "MFA enrolment denied",
                    $"Who has no device yet is denied {locked} and so cannot assign one. Add it to NotAction.", statement.At);
        }
    }

    private static PolicyFinding? OnPresence(PolicyStatement statement, PolicyCondition condition)
    {
        var wantsTrue = condition.Values.Any(v => v.Text.Equals("true", StringComparison.OrdinalIgnoreCase));
        return (statement.Effect, condition.Operator.Name, wantsTrue, condition.IfExists) switch
        {
            (PolicyEffect.Deny, "Bool", false, false) => Security(
                "MFA condition misses requests without the key",
                "Requests with long-term access keys have no aws:MultiFactorAuthPresent: Bool does not match them and they are not denied. Use BoolIfExists.",
                condition),
            (PolicyEffect.Allow, "Bool", true, true) => Security(
                "MFA condition lets requests without the key pass",
                "BoolIfExists is true when the key is missing: requests with long-term access keys are allowed without MFA. Use Bool.", condition),
            (PolicyEffect.Allow, "Bool", true, false) => new(
                FindingKind.Suggestion, "MFA condition in an Allow",
                "This Allow never applies to requests with long-term access keys, which have no aws:MultiFactorAuthPresent; and another Allow without the condition makes it useless. To enforce MFA, deny with BoolIfExists false.",
                condition.At),
            (PolicyEffect.Deny, "Bool", true, _) => new(
                FindingKind.Warning, "MFA condition turned round", "This denies whoever signed in with MFA. To enforce MFA, deny with false.", condition.At),
            (PolicyEffect.Allow, "Bool", false, _) => Security(
                "MFA condition turned round", "This allows only whoever signed in without MFA.", condition),
            (PolicyEffect.Deny, "Null", false, _) => Security(
                "Null on a key that is always there",
                "A console session has aws:MultiFactorAuthPresent with and without MFA: Null tells nothing about MFA.", condition),
            (_, "Null", true, _) => Security(
                "Null on a key that is always there",
                "A console session without MFA has aws:MultiFactorAuthPresent too, with the value false. Use BoolIfExists, or Null on aws:MultiFactorAuthAge.",
                condition),
            (_, "StringEquals" or "StringLike" or "StringNotEquals" or "StringNotLike", _, _) => new(
                FindingKind.Warning, "Text operator on a truth value", "Compare aws:MultiFactorAuthPresent with Bool or BoolIfExists.", condition.At),
            _ => null,
        };
    }

    private static PolicyFinding? OnAge(PolicyStatement statement, PolicyCondition condition) =>
        (statement.Effect, condition.Operator.Name, condition.IfExists) switch
        {
            (PolicyEffect.Deny, "NumericGreaterThan" or "NumericGreaterThanEquals", false) => Security(
                "MFA age misses sessions without MFA",
                "A session without MFA has no aws:MultiFactorAuthAge: it is not denied by this. Deny it as well, or use NumericGreaterThanIfExists.",
                condition),
            (PolicyEffect.Allow, "NumericLessThan" or "NumericLessThanEquals", true) => Security(
                "MFA age lets sessions without MFA pass",
                "With IfExists the condition is true for sessions without MFA, which have no aws:MultiFactorAuthAge.", condition),
            _ => null,
        };

    private static bool DeniesWithoutMfa(PolicyStatement statement, PolicyCondition condition) =>
        statement.Effect is PolicyEffect.Deny && Is(condition, Present) && condition.Operator.Name == "Bool"
        && condition.Values.All(v => v.Text.Equals("false", StringComparison.OrdinalIgnoreCase));

    private static string Locked(PolicyStatement statement)
    {
        var nothing = new PolicyRequest("", "", PolicyRequest.NewKeys());
        return string.Join(", ", NeededToEnrol.Where(
            needed => statement.Actions.Any(a => a.MatchesText(needed, nothing, ignoreCase: true)) != statement.IsNotAction));
    }

    private static bool Is(PolicyCondition condition, string key) => string.Equals(condition.Key, key, StringComparison.OrdinalIgnoreCase);

    private static PolicyFinding Security(string check, string message, PolicyCondition condition) =>
        new(FindingKind.SecurityWarning, check, message, condition.At);
}
