using IamConsole.Core.Accounts;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>
/// Allows by which somebody can give himself every right: policies for himself or for any user, group or policy. Asked of
/// the evaluator as somebody of no particular name, with MFA, about himself and about something of no particular name.
/// </summary>
internal static class EscalationLint
{
    private const string Account = "000000000000";
    private const string Himself = "any-name-at-all";

    private static readonly IamAction[] Actions =
    [
        IamAction.AttachUserPolicy, IamAction.PutUserPolicy, IamAction.AttachGroupPolicy, IamAction.PutGroupPolicy,
        IamAction.AddUserToGroup, IamAction.CreatePolicyVersion,
    ];

    // What does not keep anybody from his own rights for long.
    private static readonly string[] Passing =
        [MfaTruth.Present, MfaTruth.Age, ConditionKeys.CurrentTime, ConditionKeys.EpochTime, ConditionKeys.SourceIp, ConditionKeys.UserAgent];

    public static IEnumerable<PolicyFinding> Run(PolicyDocument document)
    {
        foreach (var statement in document.Statements.Where(s => s.Effect is PolicyEffect.Allow))
        {
            // Who is allowed everything has nothing to gain.
            if (!statement.IsNotAction && statement.IsUnrestricted && statement.Actions.Any(a => a.Text == "*")) continue;
            var loose = statement with { Conditions = [.. statement.Conditions.Where(c => !Passing.Contains(c.Key, StringComparer.OrdinalIgnoreCase))] };
            var found = Actions.Where(a => Resources(a).Any(r => loose.Matches(r)
                && !document.Statements.Any(s => s.Effect is PolicyEffect.Deny && s.Matches(r)))).ToList();
            if (found.Count > 0)
                yield return new(FindingKind.SecurityWarning, "Self-escalation",
                    $"{string.Join(", ", found.Select(a => a.Name))}: by this, whoever has this policy can give himself every right. Name the resources, or deny oneself.",
                    statement.At);
        }
    }

    private static IEnumerable<PolicyRequest> Resources(IamAction action)
    {
        var kind = action.Resource switch
        {
            ResourceType.User => "user/",
            ResourceType.Group => "group/",
            _ => "policy/",
        };
        foreach (var partition in Partition.All)
        {
            var keys = PolicyRequest.NewKeys();
            var self = $"arn:{partition}:iam::{Account}:user/{Himself}";
            keys[ConditionKeys.MfaPresent] = ["true"];
            keys[ConditionKeys.MfaAge] = ["0"];
            keys[ConditionKeys.UserName] = [Himself];
            keys[ConditionKeys.PrincipalType] = ["User"];
            keys[ConditionKeys.PrincipalArn] = [self];
            keys[ConditionKeys.PrincipalAccount] = [Account];
            keys[ConditionKeys.ResourceAccount] = [Account];
            yield return new PolicyRequest(action.Name, $"arn:{partition}:iam::{Account}:{kind}{Himself}", keys);
        }
    }
}
