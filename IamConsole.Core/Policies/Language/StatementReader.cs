using System.Text.Json;
using System.Text.RegularExpressions;

namespace IamConsole.Core.Policies.Language;

/// <summary>Reads the statements of one document.</summary>
internal sealed partial class StatementReader(bool withVariables, List<PolicyFinding> findings)
{
    private static readonly string[] Elements =
        ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    private readonly ConditionReader _conditions = new(withVariables, findings);

    public PolicyStatement? Read(JsonPart part, int number)
    {
        if (part.Kind is not JsonValueKind.Object)
        {
            findings.Add(PolicyMistakes.NotAnObject("A statement", part.At));
            return null;
        }

        var before = findings.Count;
        PolicyParser.CheckElements(part, Elements, findings);
        var sid = part.Member("Sid") is { } s ? PolicyParser.Text(s, "Sid", findings) : null;
        if (sid is not null && !Sid().IsMatch(sid)) findings.Add(PolicyMistakes.InvalidSid(part.Member("Sid")!.At));
        var (actions, notAction) = Either(part, "Action", "NotAction", PolicyMistakes.MissingAction, ReadAction);
        var (resources, notResource) = Either(part, "Resource", "NotResource", PolicyMistakes.MissingResource, ReadResource);
        var statement = new PolicyStatement(
            number, part.At, sid, Effect(part), actions, notAction, resources, notResource,
            part.Member("Condition") is { } c ? _conditions.Read(c) : []);
        return statement with { IsUnreadable = findings.Count > before };
    }

    private PolicyEffect Effect(JsonPart part)
    {
        if (part.Member("Effect") is not { } effect)
        {
            findings.Add(PolicyMistakes.MissingEffect(part.At));
            return PolicyEffect.Deny;
        }

        if (effect is { Kind: JsonValueKind.String, Text: "Allow" }) return PolicyEffect.Allow;
        if (effect is not { Kind: JsonValueKind.String, Text: "Deny" }) findings.Add(PolicyMistakes.InvalidEffect(effect.Text, effect.At));
        return PolicyEffect.Deny;
    }

    private (IReadOnlyList<PolicyPattern> Patterns, bool IsNegated) Either(
        JsonPart part, string name, string negated, Func<TextPosition, PolicyFinding> missing, Func<JsonPart, PolicyPattern?> read)
    {
        var (plain, not) = (part.Member(name), part.Member(negated));
        if (plain is not null && not is not null) findings.Add(PolicyMistakes.Both(name, negated, not.At));
        var list = plain ?? not;
        if (list is null || list.OneOrMany.Count == 0)
        {
            findings.Add(missing(list?.At ?? part.At));
            return ([], false);
        }

        return ([.. list.OneOrMany.Select(read).OfType<PolicyPattern>()], plain is null);
    }

    private PolicyPattern? ReadAction(JsonPart part)
    {
        if (PolicyParser.Text(part, "Action", findings) is not { } text) return null;
        if (!Action().IsMatch(text)) findings.Add(PolicyMistakes.InvalidAction(text, part.At));
        return PolicyPattern.Parse(text, withVariables: false, part.At);
    }

    private PolicyPattern? ReadResource(JsonPart part)
    {
        if (PolicyParser.Text(part, "Resource", findings) is not { } text) return null;
        var pattern = PolicyPattern.Parse(text, withVariables, part.At);
        if (pattern is null) findings.Add(PolicyMistakes.InvalidVariable(text, part.At));
        else if (text != "*" && !Resource().IsMatch(text)) findings.Add(PolicyMistakes.InvalidResource(text, part.At));
        return pattern;
    }

    [GeneratedRegex(@"\A[0-9A-Za-z]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sid();

    [GeneratedRegex(@"\A(\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"\Aarn:[^:]+:[^:]*:[^:]*:[^:]*:.+\z|\Aarn:[^:]*\*\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Resource();
}
