using IamConsole.Core.Policies;

namespace IamConsole.Web.Policies;

/// <summary>Words for the kinds of policies.</summary>
public static class PolicyTypes
{
    public static string Of(bool isBuiltIn) => isBuiltIn ? "Built-in" : "Customer managed";

    public static string Of(PrincipalPolicyRow policy) => policy.IsInline ? "Inline" : Of(policy.IsBuiltIn);
}
