using IamConsole.Core.Accounts;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Permissions;

/// <summary>What speaks for and against one caller at one moment: his policies, the console's, and the keys of his request.</summary>
internal sealed class Access(IReadOnlyList<NamedPolicy> policies, IReadOnlyDictionary<string, IReadOnlyList<string>> keys)
{
    /// <summary>The resource of an action on the account as a whole: only <c>*</c> matches it.</summary>
    public const string WholeAccount = "*";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keys => keys;

    /// <summary>The same with further keys.</summary>
    public Access With(IReadOnlyDictionary<string, string> facts)
    {
        var more = PolicyRequest.NewKeys();
        foreach (var (key, values) in keys) more[key] = values;
        foreach (var (key, value) in facts) more[key] = [value];
        return new Access(policies, more);
    }

    /// <summary>The policies' verdict on an action, and the safeguards that stand against it.</summary>
    public GateAnswer Ask(IamAction action, string resource, Safeguards stops = Safeguards.None) =>
        GateAnswer.Of(policies, new PolicyRequest(action.Name, resource, keys), stops);

    /// <summary>Whether there can be a resource on which the action is permitted.</summary>
    public bool CouldPermit(IamAction action) =>
        PolicyEvaluator.CouldAllow(policies, new PolicyRequest(action.Name, WholeAccount, keys));

    /// <summary>Null, or IAM's words for the refusal.</summary>
    public Error? Refuse(IamAction action, string resource, string callerArn, string shownResource) =>
        Denial(Ask(action, resource), callerArn, shownResource);

    /// <summary>Null, or IAM's words for what policies do not permit.</summary>
    public static Error? Denial(GateAnswer answer, string callerArn, string shownResource) => answer.Decision.IsAllowed ? null
        : PermissionErrors.AccessDenied(callerArn, answer.Request.Action, shownResource, answer.Decision.Verdict is PolicyVerdict.ExplicitDeny);

    /// <summary>The ARN an action on nobody in particular is asked with.</summary>
    public static string ResourceFor(IamAction action, Account account) => action.Resource switch
    {
        ResourceType.User => Arn.AnyUser(account),
        ResourceType.Group => Arn.Group(account, "*"),
        ResourceType.Policy => Arn.Policy(account, "*"),
        _ => WholeAccount,
    };
}
