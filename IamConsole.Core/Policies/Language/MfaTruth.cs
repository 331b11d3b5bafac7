using System.Globalization;

namespace IamConsole.Core.Policies.Language;

/// <summary>
/// Where a statement's conditions on MFA hold, asked of the evaluator itself: whatever the operator, its answers in the
/// situations that there are say what it enforces.
/// </summary>
/// <param name="WithoutKeys">Requests with long-term access keys: neither key is there.</param>
/// <param name="WithoutMfa">A session without MFA: present is false, there is no age.</param>
/// <param name="Fresh">A session whose MFA was proven just now.</param>
/// <param name="WithMfa">A session with MFA of some age.</param>
internal sealed record MfaTruth(bool WithoutKeys, bool WithoutMfa, bool Fresh, bool WithMfa)
{
    public const string Present = "aws:MultiFactorAuthPresent";
    public const string Age = "aws:MultiFactorAuthAge";

    /// <summary>Whether it keeps out, or lets through, exactly those without MFA.</summary>
    public bool IsWithoutMfaOnly => WithoutKeys && WithoutMfa && !Fresh;

    /// <summary>Null for a statement without such conditions, and where variables make it the writer's own affair.</summary>
    public static MfaTruth? Of(PolicyStatement statement)
    {
        var conditions = ConditionsOf(statement).ToList();
        if (conditions.Count == 0 || conditions.Any(c => c.Values.Any(v => v.Variables.Any()))) return null;
        var ages = Ages(conditions);
        return new MfaTruth(Holds(null, null), Holds("false", null), ages.Take(2).Any(a => Holds("true", a)), ages.Any(a => Holds("true", a)));

        bool Holds(string? present, decimal? age)
        {
            var keys = PolicyRequest.NewKeys();
            if (present is not null) keys[Present] = [present];
            if (age is { } seconds) keys[Age] = [seconds.ToString(CultureInfo.InvariantCulture)];
            return conditions.TrueForAll(c => c.Holds(new PolicyRequest("", "", keys)));
        }
    }

    public static IEnumerable<PolicyCondition> ConditionsOf(PolicyStatement statement) =>
        statement.Conditions.Where(c => Is(c, Present) || Is(c, Age));

    public static bool Is(PolicyCondition condition, string key) => string.Equals(condition.Key, key, StringComparison.OrdinalIgnoreCase);

    // Just proven, usual limits, and both sides of whatever the conditions name.
    private static List<decimal> Ages(List<PolicyCondition> conditions) =>
    [
        .. conditions.SelectMany(c => c.Values)
            .Select(v => ConditionValues.TryNumber(v.Text, out var n) && Math.Abs(n) < int.MaxValue ? Math.Floor(n) : 600)
            .SelectMany(n => new[] { n - 1, n, n + 1 }).Concat([0, 1, 60, 3_600, 129_600]).Where(n => n >= 0).Distinct().Order(),
    ];
}
