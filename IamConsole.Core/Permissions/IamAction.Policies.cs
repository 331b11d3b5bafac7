namespace IamConsole.Core.Permissions;

/// <summary>User groups and policies.</summary>
public sealed partial record IamAction
{
    /// <summary>List the user groups.</summary>
    public static readonly IamAction ListGroups = new("iam:ListGroups", AccessLevel.List, ResourceType.Account);

    /// <summary>Read a group and its members.</summary>
    public static readonly IamAction GetGroup = new("iam:GetGroup", AccessLevel.Read, ResourceType.Group);

    /// <summary>Create a group.</summary>
    public static readonly IamAction CreateGroup = new("iam:CreateGroup", AccessLevel.Write, ResourceType.Group);

    /// <summary>Delete a group.</summary>
    public static readonly IamAction DeleteGroup = new("iam:DeleteGroup", AccessLevel.Write, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>Put a user into a group.</summary>
    public static readonly IamAction AddUserToGroup =
        new("iam:AddUserToGroup", AccessLevel.Write, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>Take a user out of a group.</summary>
    public static readonly IamAction RemoveUserFromGroup =
        new("iam:RemoveUserFromGroup", AccessLevel.Write, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>List the groups of a user.</summary>
    public static readonly IamAction ListGroupsForUser = new("iam:ListGroupsForUser", AccessLevel.List, ResourceType.User);

    /// <summary>List the managed policies.</summary>
    public static readonly IamAction ListPolicies = new("iam:ListPolicies", AccessLevel.List, ResourceType.Account);

    /// <summary>Read a managed policy and its document.</summary>
    public static readonly IamAction GetPolicy = new("iam:GetPolicy", AccessLevel.Read, ResourceType.Policy);

    /// <summary>Create a customer managed policy.</summary>
    public static readonly IamAction CreatePolicy =
        new("iam:CreatePolicy", AccessLevel.PermissionsManagement, ResourceType.Policy, Safeguards.FreshProof);

    /// <summary>Change a customer managed policy's document.</summary>
    public static readonly IamAction CreatePolicyVersion =
        new("iam:CreatePolicyVersion", AccessLevel.PermissionsManagement, ResourceType.Policy, Safeguards.FreshProof);

    /// <summary>Delete a customer managed policy.</summary>
    public static readonly IamAction DeletePolicy =
        new("iam:DeletePolicy", AccessLevel.PermissionsManagement, ResourceType.Policy, Safeguards.FreshProof);

    /// <summary>List the policies of a user.</summary>
    public static readonly IamAction ListUserPolicies = new("iam:ListAttachedUserPolicies", AccessLevel.List, ResourceType.User);

    /// <summary>Attach a managed policy to a user.</summary>
    public static readonly IamAction AttachUserPolicy =
        new("iam:AttachUserPolicy", AccessLevel.PermissionsManagement, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Detach a managed policy from a user.</summary>
    public static readonly IamAction DetachUserPolicy =
        new("iam:DetachUserPolicy", AccessLevel.PermissionsManagement, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Write an inline policy of a user.</summary>
    public static readonly IamAction PutUserPolicy =
        new("iam:PutUserPolicy", AccessLevel.PermissionsManagement, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Delete an inline policy of a user.</summary>
    public static readonly IamAction DeleteUserPolicy =
        new("iam:DeleteUserPolicy", AccessLevel.PermissionsManagement, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Attach a managed policy to a group.</summary>
    public static readonly IamAction AttachGroupPolicy =
        new("iam:AttachGroupPolicy", AccessLevel.PermissionsManagement, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>Detach a managed policy from a group.</summary>
    public static readonly IamAction DetachGroupPolicy =
        new("iam:DetachGroupPolicy", AccessLevel.PermissionsManagement, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>Write an inline policy of a group.</summary>
    public static readonly IamAction PutGroupPolicy =
        new("iam:PutGroupPolicy", AccessLevel.PermissionsManagement, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>Delete an inline policy of a group.</summary>
    public static readonly IamAction DeleteGroupPolicy =
        new("iam:DeleteGroupPolicy", AccessLevel.PermissionsManagement, ResourceType.Group, Safeguards.FreshProof);

    /// <summary>Ask what a user could do.</summary>
    public static readonly IamAction SimulatePrincipalPolicy =
        new("iam:SimulatePrincipalPolicy", AccessLevel.Read, ResourceType.User);
}
