namespace IamConsole.Core.Policies.Language;

/// <summary>All condition operators (IAM User Guide, "IAM JSON policy elements: Condition operators").</summary>
public static class ConditionOperators
{
    private const string IfExistsSuffix = "IfExists";
    private const string AllPrefix = "ForAllValues:";
    private const string AnyPrefix = "ForAnyValue:";

    private static readonly Dictionary<string, ConditionOperator> ByName = All().ToDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>Reads an operator with its prefix and suffix; false when there is none of that name.</summary>
    public static bool TryRead(string text, out ConditionOperator? found, out ValueQuantifier quantifier, out bool ifExists)
    {
        quantifier = text.StartsWith(AllPrefix, StringComparison.Ordinal) ? ValueQuantifier.All
            : text.StartsWith(AnyPrefix, StringComparison.Ordinal) ? ValueQuantifier.Any : ValueQuantifier.None;
        var name = quantifier is ValueQuantifier.None ? text : text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        ifExists = name.EndsWith(IfExistsSuffix, StringComparison.Ordinal);
        if (ifExists) name = name[..^IfExistsSuffix.Length];
        return ByName.TryGetValue(name, out found) && !(found.IsNull && (ifExists || quantifier is not ValueQuantifier.None));
    }

    /// <summary>Whether a value has the operator's form; a text with variables is judged at evaluation.</summary>
    public static bool IsWellFormed(ConditionOperator condition, PolicyPattern value) => condition.Form switch
    {
        ConditionForm.Number => ConditionValues.TryNumber(value.Text, out _),
        ConditionForm.Date => ConditionValues.TryDate(value.Text, out _),
        ConditionForm.Truth or ConditionForm.Presence => bool.TryParse(value.Text, out _),
        ConditionForm.Binary => ConditionValues.TryBinary(value.Text, out _),
        ConditionForm.Address => ConditionValues.TryRange(value.Text, out _),
        ConditionForm.Arn => value.Text.Split(':', ArnParts.Count).Length == ArnParts.Count || value.Text is "*" || value.Variables.Any(),
        _ => true,
    };

    private static IEnumerable<ConditionOperator> All() =>
    [
        .. Pair("StringEquals", "StringNotEquals", ConditionForm.Text, (v, p, r) => v == p.Resolve(r)),
        .. Pair("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", ConditionForm.Text,
            (v, p, r) => string.Equals(v, p.Resolve(r), StringComparison.OrdinalIgnoreCase)),
        .. Pair("StringLike", "StringNotLike", ConditionForm.Text, (v, p, r) => p.MatchesText(v, r)),
        .. Pair("ArnEquals", "ArnNotEquals", ConditionForm.Arn, (v, p, r) => p.MatchesArn(v, r)),
        .. Pair("ArnLike", "ArnNotLike", ConditionForm.Arn, (v, p, r) => p.MatchesArn(v, r)),
        .. Pair("IpAddress", "NotIpAddress", ConditionForm.Address, (v, p, _) => ConditionValues.IsInRange(v, p.Text)),
        .. Pair("NumericEquals", "NumericNotEquals", ConditionForm.Number, (v, p, _) => Number(v, p, c => c == 0)),
        .. Pair("DateEquals", "DateNotEquals", ConditionForm.Date, (v, p, _) => Date(v, p, c => c == 0)),
        .. Ordered("Numeric", ConditionForm.Number, Number),
        .. Ordered("Date", ConditionForm.Date, Date),
        new("Bool", ConditionForm.Truth, false, (v, p, _) => bool.TryParse(v, out var a) && bool.TryParse(p.Text, out var b) && a == b),
        new("BinaryEquals", ConditionForm.Binary, false, (v, p, _) => ConditionValues.AreSameBytes(v, p.Text)),
        new("Null", ConditionForm.Presence, false, (_, _, _) => false),
    ];

    private static ConditionOperator[] Pair(
        string name, string negated, ConditionForm form, Func<string, PolicyPattern, PolicyRequest, bool> compare) =>
        [new(name, form, false, compare), new(negated, form, true, compare)];

    private static ConditionOperator[] Ordered(string prefix, ConditionForm form, Func<string, PolicyPattern, Func<int, bool>, bool> compare) =>
    [
        new(prefix + "LessThan", form, false, (v, p, _) => compare(v, p, c => c < 0)),
        new(prefix + "LessThanEquals", form, false, (v, p, _) => compare(v, p, c => c <= 0)),
        new(prefix + "GreaterThan", form, false, (v, p, _) => compare(v, p, c => c > 0)),
        new(prefix + "GreaterThanEquals", form, false, (v, p, _) => compare(v, p, c => c >= 0)),
    ];

    private static bool Number(string value, PolicyPattern wanted, Func<int, bool> holds) =>
        ConditionValues.TryNumber(value, out var a) && ConditionValues.TryNumber(wanted.Text, out var b)
        && holds(Comparer<decimal>.Default.Compare(a, b));

    private static bool Date(string value, PolicyPattern wanted, Func<int, bool> holds) =>
        ConditionValues.TryDate(value, out var a) && ConditionValues.TryDate(wanted.Text, out var b) && holds(a.CompareTo(b));
}
