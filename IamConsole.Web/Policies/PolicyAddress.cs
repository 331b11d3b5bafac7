namespace IamConsole.Web.Policies;

/// <summary>Where policies are.</summary>
public static class PolicyAddress
{
    /// <summary>The page of the managed policies.</summary>
    public const string List = "/policies";

    /// <summary>The page that creates one.</summary>
    public const string Create = "/policies/create";

    /// <summary>A managed policy's page. No name holds a tilde, so the policy "create" has a page as well.</summary>
    public static string Of(string name) =>
        (name.Equals("create", StringComparison.OrdinalIgnoreCase) ? "/policies/~/" : "/policies/") + Uri.EscapeDataString(name);

    /// <summary>The editor of a customer managed policy.</summary>
    public static string Edit(string name) => $"/policies/{Uri.EscapeDataString(name)}/edit";

    /// <summary>The page that creates one from another's document.</summary>
    public static string Copy(string name) => $"{Create}?from={Uri.EscapeDataString(name)}";

    /// <summary>The editor of a user's inline policy; of a new one without a name.</summary>
    public static string InlineOfUser(string userName, string? policy = null) => Inline("users", userName, policy);

    /// <summary>The editor of a group's inline policy; of a new one without a name.</summary>
    public static string InlineOfGroup(string groupName, string? policy = null) => Inline("groups", groupName, policy);

    private static string Inline(string owners, string owner, string? policy) =>
        $"/{owners}/{Uri.EscapeDataString(owner)}/inline-policy" + (policy is null ? "" : $"?name={Uri.EscapeDataString(policy)}");
}
