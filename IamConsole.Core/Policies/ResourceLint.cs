using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>ARNs that can match nothing: what they seem to protect or permit they do not.</summary>
internal static class ResourceLint
{
    private const string Check = "Resource matches nothing";

    public static IEnumerable<PolicyFinding> Run(PolicyDocument document, IReadOnlyCollection<string> foreign) =>
        document.Statements.SelectMany(s => OfStatement(s, foreign));

    private static IEnumerable<PolicyFinding> OfStatement(PolicyStatement statement, IReadOnlyCollection<string> foreign)
    {
        var actions = IamAction.All.Where(a => statement.Names(Asking(a.Name))).ToList();
        var hasForeign = foreign.Any(a => statement.Names(Asking(a)));
        var forms = hasForeign ? null : actions.Select(a => a.Resource).Distinct().SelectMany(ResourceForms.Of).ToList();
        var fits = statement.Resources.Where(r => forms is null || IsOf(r, forms)).ToList();
        foreach (var resource in actions.Count == 0 && !hasForeign ? [] : statement.Resources.Where(r => r.Text != "*"))
        {
            if (!IsOf(resource, ResourceForms.All))
                yield return Warn($"{resource.Text} can match nothing: {Reason(resource.Text)}.", resource);
            else if (!fits.Contains(resource) && !(fits.Count > 0 && IsOf(resource, ResourceForms.Devices)))
                yield return Warn($"{resource.Text} can match nothing: {Kinds(actions)}.", resource);
        }

        var user = ResourceForms.Of(ResourceType.User).ToList();
        foreach (var value in statement.Conditions
            .Where(c => c.Key.Equals(ConditionKeys.PrincipalArn, StringComparison.OrdinalIgnoreCase) && c.Operator.Form is ConditionForm.Arn or ConditionForm.Text)
            .SelectMany(c => c.Values).Where(v => !IsOf(v, user)))
            yield return Warn($"{value.Text} is nobody's ARN: {Reason(value.Text)}.", value);
    }

    // Which part is to blame; each is looked at by itself.
    private static string Reason(string text)
    {
        var parts = text.Split(':', 6);
        if (parts.Length < 6) return "an ARN has six parts, arn:PARTITION:iam::ACCOUNT:RESOURCE";
        if (!Partition.All.Any(p => Meets(parts[1], p))) return $"the partition is {string.Join(" or ", Partition.All)}, not {parts[1]}";
        if (!Meets(parts[2], "iam")) return $"what this console has belongs to iam, not to {parts[2]}";
        if (!Meets(parts[3], "")) return $"an ARN of IAM has no region, and this one has {parts[3]}";
        if (!Meets(parts[4], ResourceForms.Account) && !Meets(parts[4], "aws")) return $"an account is twelve digits, not {parts[4]}";
        return "the resource is root or begins with user/, group/ or policy/";
    }

    private static string Kinds(List<IamAction> actions)
    {
        var types = actions.Select(a => a.Resource).Distinct().ToList();
        if (types is [ResourceType.Account]) return "the actions of this statement are on the account as a whole, which only * matches";
        var kinds = types.Where(t => t is not ResourceType.Account).Select(t => t switch
        {
            ResourceType.User => "users",
            ResourceType.Group => "groups",
            _ => "policies",
        });
        return $"the actions of this statement are on {string.Join(" and ", kinds)}";
    }

    private static bool IsOf(PolicyPattern pattern, IEnumerable<string> forms)
    {
        var shape = pattern.Shape();
        return forms.Any(f => Overlap.Exists(shape, f));
    }

    private static bool Meets(string part, string form) =>
        Overlap.Exists((PolicyPattern.Parse(part, withVariables: true) ?? PolicyPattern.Parse(part, withVariables: false)!).Shape(), form);

    private static PolicyRequest Asking(string action) => new(action, "", PolicyRequest.NewKeys());

    private static PolicyFinding Warn(string message, PolicyPattern at) => new(FindingKind.Warning, Check, message, at.At);
}
