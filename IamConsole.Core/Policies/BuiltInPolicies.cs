using IamConsole.Core.Accounts;
using IamConsole.Core.Policies.Language;

namespace IamConsole.Core.Policies;

/// <summary>The built-in managed policies: names and contents of the original where it has them.</summary>
public static class BuiltInPolicies
{
    /// <summary>Everything in the account but root's own matters.</summary>
    public const string AdministratorAccess = "AdministratorAccess";

    /// <summary>What a new user gets unless its creator chooses otherwise: his own password, devices and sessions.</summary>
    public const string SelfManageSignIn = "SelfManageSignIn";

    /// <summary>The well-known "manage own MFA, deny the rest without MFA".</summary>
    public const string DenyRestWithoutMfa = "SelfManageMFADenyRestWithoutMFA";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<BuiltInPolicy> All { get; } =
    [
        Read(AdministratorAccess, "Full access to everything in the account but the root user."),
        Read("IAMFullAccess", "Full access to users, groups, policies, MFA devices, settings and reports."),
        Read("IAMReadOnlyAccess", "Sees users, groups, policies, MFA devices, settings and reports; changes nothing."),
        Read("IAMUserChangePassword", "Users change their own password."),
        Read(DenyRestWithoutMfa, "Users manage their own MFA devices; whoever signed in without MFA is denied everything else."),
        Read(SelfManageSignIn, "Users manage their own password, MFA devices and sessions."),
    ];

    /// <summary>The policy of that name, or null.</summary>
    public static BuiltInPolicy? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>The policy of that ARN, or null.</summary>
    public static BuiltInPolicy? FindByArn(string arn) =>
        All.FirstOrDefault(p => Partition.All.Any(partition => Arn.BuiltInPolicy(partition, p.Name) == arn));

    private static BuiltInPolicy Read(string name, string description)
    {
        var text = ResourceText.Read($"IamConsole.Core.Policies.BuiltIn.{name}.json");
        return new BuiltInPolicy(name, description, text, PolicyParser.ReadOwn(text));
    }
}
