using System.Text;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Who may do what, written down: asked of the evaluator, action by action, so that the document cannot say otherwise.</summary>
internal static class PermissionMatrix
{
    private const string Account = "arn:aws:iam::111122223333:";
    private const string Oneself = Account + "user/alice";
    private const string Other = Account + "user/bob";
    private const string Root = Account + "root";

    public static string Write()
    {
        var built = BuiltInPolicies.All.Select(p => (Title: p.Name, Columns: new[] { p }, IsMfa: true)).ToList();
        var mfa = BuiltInPolicies.Find(BuiltInPolicies.DenyRestWithoutMfa)!;
        var everything = BuiltInPolicies.Find(BuiltInPolicies.AdministratorAccess)!;
        built.Add(("AdministratorAccess and " + mfa.Name + ", without MFA", [everything, mfa], false));
        var text = new StringBuilder("""
            # Who may do what

            Written by the test `PermissionMatrixTests` from the catalogue of actions and the policies themselves; do not edit.

            A cell tells on what an action is allowed: `account` (as a whole), `group`, `policy`, and for actions on users `oneself`,
            `others` and `root`. Empty: denied. Sessions are MFA-authenticated unless the column says otherwise. Safeguards hold
            whatever policies allow: `fresh proof` wants a factor proven in the last ten minutes, `MFA on oneself` a session with MFA
            when a device of one's own is added or removed, `others only` another user than oneself.


            """.ReplaceLineEndings("\n"));
        text.Append("| Action | Access level | Acts on | Safeguards | Root user |");
        foreach (var column in built) text.Append($" {column.Title} |");
        text.Append("\n|---|---|---|---|---|").Append(string.Concat(Enumerable.Repeat("---|", built.Count))).Append('\n');
        foreach (var action in IamAction.All)
        {
            text.Append($"| `{action.Name}` | {action.Level} | {action.Resource} | {Describe(action.Safeguards)} |");
            text.Append($" {Cell(action, [ConsolePolicies.ProtectRoot, ConsolePolicies.RootUser], Root, isRoot: true, isMfa: true)} |");
            foreach (var (_, policies, isMfa) in built)
                text.Append($" {Cell(action, [ConsolePolicies.ProtectRoot, .. policies.Select(p => new NamedPolicy(p.Name, "a user", p.Document))], Oneself, isRoot: false, isMfa)} |");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Describe(Safeguards safeguards) => string.Join(", ", new[]
    {
        safeguards.HasFlag(Safeguards.FreshProof) ? "fresh proof" : null,
        safeguards.HasFlag(Safeguards.MfaOnOneself) ? "MFA on oneself" : null,
        safeguards.HasFlag(Safeguards.OthersOnly) ? "others only" : null,
    }.OfType<string>());

    private static string Cell(IamAction action, NamedPolicy[] policies, string caller, bool isRoot, bool isMfa)
    {
        (string Word, string Arn)[] resources = action.Resource switch
        {
            ResourceType.User => isRoot ? [("oneself", Root), ("others", Other)] : [("oneself", Oneself), ("others", Other), ("root", Root)],
            ResourceType.Group => [("group", Account + "group/developers")],
            ResourceType.Policy => [("policy", Account + "policy/example")],
            ResourceType.Account => [("account", "*")],
        };
        return string.Join(", ", resources
            .Where(r => PolicyEvaluator.Evaluate(policies, new PolicyRequest(action.Name, r.Arn, Keys(caller, isRoot, isMfa))).IsAllowed)
            .Select(r => r.Word));
    }

    private static Dictionary<string, IReadOnlyList<string>> Keys(string caller, bool isRoot, bool isMfa)
    {
        var keys = PolicyRequest.NewKeys();
        keys[ConditionKeys.MfaPresent] = [isMfa ? "true" : "false"];
        keys[ConditionKeys.PrincipalType] = [isRoot ? "Account" : "User"];
        keys[ConditionKeys.PrincipalArn] = [caller];
        if (!isRoot) keys[ConditionKeys.UserName] = ["alice"];
        return keys;
    }
}
