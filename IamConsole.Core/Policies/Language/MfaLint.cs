namespace IamConsole.Core.Policies.Language;

/// <summary>Conditions on MFA that do not enforce MFA (IAM User Guide, "Configuring MFA-protected API access").</summary>
internal static class MfaLint
{
    // Without these somebody without a device could not get one in a session; the registration inside a sign-in asks no policy.
    private static readonly string[] NeededToEnrol = ["iam:EnableMFADevice", "iam:ListMFADevices"];

    public static IEnumerable<PolicyFinding> Check(PolicyDocument document, IReadOnlyCollection<string> actions)
    {
        foreach (var statement in document.Statements)
        {
            if (MfaTruth.Of(statement) is not { } truth) continue;
            var first = MfaTruth.ConditionsOf(statement).First();
            var found = statement.Effect is PolicyEffect.Allow
                ? OnAllow(first, truth) ?? Bypassed(document, statement, first, actions)
                : OnDeny(first, truth, () => document.Statements.Any(other => DeniesTheRest(other, statement, actions)));
            if (found is not null) yield return found;
            if (statement.Effect is PolicyEffect.Deny && truth.WithoutMfa && !truth.Fresh && Locked(statement) is { Length: > 0 } locked)
                yield return new(FindingKind.Warning, "MFA enrolment denied",
                    $"Who has no device yet is denied {locked} and so cannot assign one. Add it to NotAction.", statement.At);
        }
    }

    private static PolicyFinding? OnAllow(PolicyCondition first, MfaTruth truth) => truth switch
    {
        { WithoutKeys: false, WithoutMfa: false, WithMfa: false } => Warn("MFA condition never holds", "This allows nothing, with MFA or without.", first),
        { WithMfa: false } => Security("MFA condition turned round", "This allows only whoever signed in without MFA.", first),
        { WithoutMfa: true } => IsNull(first) ?? Security(
            Named(first, "lets sessions without MFA pass"), $"{Written(first)} also holds for whoever signed in without MFA.", first),
        { WithoutKeys: true } => Security(
            Named(first, "lets requests without the key pass"),
            $"{Written(first)} is true when the key is missing: requests with long-term access keys are allowed without MFA. Use Bool.", first),
        { Fresh: false } => Security("MFA age turned round", "This allows only whoever proved a device long ago.", first),
        _ => null,
    };

    private static PolicyFinding? OnDeny(PolicyCondition first, MfaTruth truth, Func<bool> othersDeny) => truth switch
    {
        { WithoutKeys: false, WithoutMfa: false, WithMfa: false } => Security("MFA condition never holds", "This denies nothing, with MFA or without.", first),
        { WithoutMfa: true, Fresh: true } => IsNull(first) ?? Security(
            "MFA condition does not tell MFA", $"{Written(first)} holds with MFA and without: this denies both.", first),
        { WithoutMfa: false, Fresh: true } => Warn(
            "MFA condition turned round", "This denies whoever signed in with MFA. To enforce MFA, deny with false.", first),
        { WithoutMfa: true, WithoutKeys: true } => null,
        _ when othersDeny() => null,
        { WithoutMfa: true } => Security(
            Named(first, "misses requests without the key"),
            $"Requests with long-term access keys have no {first.Key}: {Written(first)} does not match them and they are not denied. Use BoolIfExists.", first),
        { WithoutKeys: true } => IsNull(first) ?? Security(
            Named(first, "misses sessions without MFA"), $"{Written(first)} does not hold for whoever signed in to the console without MFA.", first),
        _ => Security(
            Named(first, "misses sessions without MFA"),
            $"A session without MFA is not denied by this. Deny it as well, or use {first.Operator.Name}IfExists.", first),
    };

    // A console session has the key with MFA and without: Null tells nothing.
    private static PolicyFinding? IsNull(PolicyCondition first) => !first.Operator.IsNull || !MfaTruth.Is(first, MfaTruth.Present) ? null : Security(
        "Null on a key that is always there",
        "A console session without MFA has aws:MultiFactorAuthPresent too, with the value false. Use BoolIfExists, or Null on aws:MultiFactorAuthAge.", first);

    // The condition is worth nothing where another statement allows the same without it.
    private static PolicyFinding? Bypassed(
        PolicyDocument document, PolicyStatement statement, PolicyCondition first, IReadOnlyCollection<string> actions)
    {
        var also = document.Statements.FirstOrDefault(other => other != statement && other.Effect is PolicyEffect.Allow
            && AppliesWithoutMfa(other) && HasResourcesOf(other, statement) && Shared(other, statement, actions).Any());
        if (also is null || document.Statements.Any(s => s.Effect is PolicyEffect.Deny && AppliesWithoutMfa(s))) return null;
        return Security("MFA condition bypassed",
            $"The statement in line {also.At.Line} allows {Shared(also, statement, actions).First()} without it.", first);
    }

    private static bool DeniesTheRest(PolicyStatement other, PolicyStatement statement, IReadOnlyCollection<string> actions) =>
        other != statement && other.Effect is PolicyEffect.Deny && AppliesWithoutMfa(other) && HasResourcesOf(other, statement)
        && Shared(other, statement, actions).Count() == Shared(statement, statement, actions).Count();

    // Whether nothing but MFA, or the lack of it, decides that the statement applies to a session without.
    private static bool AppliesWithoutMfa(PolicyStatement statement) => statement.Conditions.Count == 0
        || MfaTruth.ConditionsOf(statement).Count() == statement.Conditions.Count && MfaTruth.Of(statement) is { WithoutMfa: true, WithoutKeys: true };

    private static bool HasResourcesOf(PolicyStatement other, PolicyStatement statement) => !other.IsNotResource
        && (other.Resources.Any(r => r.Text == "*") || !statement.IsNotResource
            && statement.Resources.All(r => other.Resources.Any(o => o.Text == r.Text)));

    private static IEnumerable<string> Shared(PolicyStatement one, PolicyStatement other, IReadOnlyCollection<string> actions) =>
        actions.Where(a => one.Names(Asking(a)) && other.Names(Asking(a)));

    private static string Locked(PolicyStatement statement) => string.Join(", ", NeededToEnrol.Where(a => statement.Names(Asking(a))));

    private static PolicyRequest Asking(string action) => new(action, "", PolicyRequest.NewKeys());

    private static string Named(PolicyCondition first, string what) => (MfaTruth.Is(first, MfaTruth.Age) ? "MFA age " : "MFA condition ") + what;

    private static string Written(PolicyCondition first) => $"{first.OperatorText} {string.Join(" or ", first.Values.Select(v => v.Text))}";

    private static PolicyFinding Warn(string check, string message, PolicyCondition at) => new(FindingKind.Warning, check, message, at.At);

    private static PolicyFinding Security(string check, string message, PolicyCondition at) => new(FindingKind.SecurityWarning, check, message, at.At);
}
