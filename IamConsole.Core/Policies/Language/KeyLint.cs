namespace IamConsole.Core.Policies.Language;

/// <summary>
/// Conditions on security keys that do not do what they seem to. Only iam:EnableMFADevice has the keys, and only when a
/// security key is registered: the phase both times, the levels at the activation of a key that proved them.
/// </summary>
internal static class KeyLint
{
    private const string Phase = "iam:RegisterSecurityKey";
    private static readonly string[] Levels = ["iam:FIDO-certification", "iam:FIDO-FIPS-140-2-certification", "iam:FIDO-FIPS-140-3-certification"];
    private static readonly string[] Phases = ["Create", "Activate"];
    private static readonly string[] FidoValues = ["L1", "L1plus", "L2", "L2plus", "L3", "L3plus"];
    private static readonly string[] FipsValues = ["L1", "L2", "L3", "L4"];

    public static IEnumerable<PolicyFinding> Check(PolicyStatement statement)
    {
        var isActivation = statement.Conditions.Any(c => Is(c, Phase) && c.Values.Any(v => v.Text == "Activate"));
        foreach (var condition in statement.Conditions.Where(c => Is(c, Phase) || Levels.Any(l => Is(c, l))))
        {
            if (!Registers(statement))
                yield return Warn("Condition key of another action", $"Only iam:EnableMFADevice has the key {condition.Key}, and this statement does not name it.", condition);
            foreach (var value in condition.Values.Where(v => !IsValue(condition, v.Text)))
                yield return Warn("Unknown value", $"{condition.Key} is never {value.Text}. It is one of {string.Join(", ", ValuesOf(condition))}.", condition);
            if (!Is(condition, Phase) && !condition.Operator.IsNull && OnLevel(statement, condition, isActivation) is { } found) yield return found;
        }
    }

    private static PolicyFinding? OnLevel(PolicyStatement statement, PolicyCondition condition, bool isActivation) =>
        (statement.Effect, condition.Operator.IsNegated, condition.IfExists, isActivation) switch
        {
            (PolicyEffect.Allow, _, true, _) or (PolicyEffect.Allow, true, _, _) => new(
                FindingKind.SecurityWarning, "Uncertified keys pass",
                $"A key without a proven certification has no {condition.Key}: this condition holds for it. Use StringEquals without IfExists.", condition.At),
            (PolicyEffect.Deny, _, true, false) or (PolicyEffect.Deny, true, _, false) => Warn(
                "Denies every kind of device",
                $"Before a key is created, and for authenticator apps and tokens, there is no {condition.Key}: this denies them as well. Add StringEquals with {Phase} Activate.", condition),
            (PolicyEffect.Deny, false, false, _) => new(
                FindingKind.SecurityWarning, "Uncertified keys pass",
                $"A key without a proven certification has no {condition.Key}: it is not denied by this. Deny with StringNotEquals what you allow.", condition.At),
            (PolicyEffect.Allow, false, false, false) => new(
                FindingKind.Suggestion, "The first phase needs an Allow of its own",
                $"{condition.Key} is known only when the key is activated. Allow {Phase} Create in a statement without it.", condition.At),
            _ => null,
        };

    private static bool Registers(PolicyStatement statement)
    {
        var nothing = new PolicyRequest("", "", PolicyRequest.NewKeys());
        return statement.Actions.Any(a => a.MatchesText("iam:EnableMFADevice", nothing, ignoreCase: true)) != statement.IsNotAction;
    }

    // Patterns and variables are the writer's own affair.
    private static bool IsValue(PolicyCondition condition, string text) =>
        condition.Operator.IsNull || text.AsSpan().IndexOfAny('*', '?', '$') >= 0 || ValuesOf(condition).Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string[] ValuesOf(PolicyCondition condition) => Is(condition, Phase) ? Phases : Is(condition, Levels[0]) ? FidoValues : FipsValues;

    private static bool Is(PolicyCondition condition, string key) => string.Equals(condition.Key, key, StringComparison.OrdinalIgnoreCase);

    private static PolicyFinding Warn(string check, string message, PolicyCondition condition) => new(FindingKind.Warning, check, message, condition.At);
}
