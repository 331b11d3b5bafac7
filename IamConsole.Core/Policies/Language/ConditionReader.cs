using System.Text.Json;

namespace IamConsole.Core.Policies.Language;

/// <summary>Reads the condition block of a statement.</summary>
internal sealed class ConditionReader(bool withVariables, List<PolicyFinding> findings)
{
    public IReadOnlyList<PolicyCondition> Read(JsonPart block)
    {
        if (block.Kind is not JsonValueKind.Object)
        {
            findings.Add(PolicyMistakes.NotAnObject("Condition", block.At));
            return [];
        }

        PolicyParser.CheckDuplicates(block, findings);
        return [.. block.Members.SelectMany(ReadOperator)];
    }

    private IEnumerable<PolicyCondition> ReadOperator(JsonMember member)
    {
        if (!ConditionOperators.TryRead(member.Name, out var condition, out var quantifier, out var ifExists))
        {
            findings.Add(PolicyMistakes.InvalidOperator(member.Name, member.At));
            return [];
        }

        if (member.Value.Kind is not JsonValueKind.Object)
        {
            findings.Add(PolicyMistakes.NotAnObject(member.Name, member.Value.At));
            return [];
        }


        // Keys are compared without regard to case: two that differ in nothing else are one key twice.
        PolicyParser.CheckDuplicates(member.Value, findings, StringComparer.OrdinalIgnoreCase);
        return [.. member.Value.Members.Select(key => ReadKey(condition!, quantifier, ifExists, key))];
    }

    private PolicyCondition ReadKey(ConditionOperator condition, ValueQuantifier quantifier, bool ifExists, JsonMember key)
    {
        if (!key.Name.Contains(':', StringComparison.Ordinal)) findings.Add(PolicyMistakes.InvalidKey(key.Name, key.At));
        if (key.Value.OneOrMany.Count == 0) findings.Add(PolicyMistakes.MissingValue(key.Value.At));
        var values = key.Value.OneOrMany.Select(v => ReadValue(condition, v)).OfType<PolicyPattern>().ToList();
        return new PolicyCondition(condition, quantifier, ifExists, key.Name, values, key.At);
    }

    // Numbers and truth values may stand without quotes.
    private PolicyPattern? ReadValue(ConditionOperator condition, JsonPart part)
    {
        if (part.Kind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
        {
            findings.Add(PolicyMistakes.NotText(condition.Name, part.At));
            return null;
        }

        var variables = withVariables && condition.Form is (ConditionForm.Text or ConditionForm.Arn);
        if (PolicyPattern.Parse(part.Text, variables, part.At) is not { } pattern)
        {
            findings.Add(PolicyMistakes.InvalidVariable(part.Text, part.At));
            return null;
        }

        if (!ConditionOperators.IsWellFormed(condition, pattern))
            findings.Add(PolicyMistakes.InvalidValue(condition.Form, part.Text, part.At));
        return pattern;
    }
}
