namespace IamConsole.Core.Permissions;

/// <summary>Users, their passwords and sessions.</summary>
public sealed partial record IamAction
{
    /// <summary>Read a user.</summary>
    public static readonly IamAction GetUser = new("iam:GetUser", AccessLevel.Read, ResourceType.User);

    /// <summary>List the users of the account.</summary>
    public static readonly IamAction ListUsers = new("iam:ListUsers", AccessLevel.List, ResourceType.Account);

    /// <summary>Create a user.</summary>
    public static readonly IamAction CreateUser = new("iam:CreateUser", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Change a user's e-mail address for notices, or the exemption from required MFA.</summary>
    public static readonly IamAction UpdateUser = new("iam:UpdateUser", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Delete a user with its devices.</summary>
    public static readonly IamAction DeleteUser = new("iam:DeleteUser", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Give a user a tag.</summary>
    public static readonly IamAction TagUser = new("iam:TagUser", AccessLevel.Tagging, ResourceType.User);

    /// <summary>Take a tag away.</summary>
    public static readonly IamAction UntagUser = new("iam:UntagUser", AccessLevel.Tagging, ResourceType.User);

    /// <summary>Give a user a console password, or a new one.</summary>
    public static readonly IamAction UpdateLoginProfile =
        new("iam:UpdateLoginProfile", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Take a user's console password away.</summary>
    public static readonly IamAction DeleteLoginProfile =
        new("iam:DeleteLoginProfile", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof);

    /// <summary>Change one's own password.</summary>
    public static readonly IamAction ChangePassword = new("iam:ChangePassword", AccessLevel.Write, ResourceType.User);

    /// <summary>List a user's sessions.</summary>
    public static readonly IamAction ListSessions = new("iamconsole:ListSessions", AccessLevel.List, ResourceType.User);

    /// <summary>End sessions of a user.</summary>
    public static readonly IamAction EndSession = new("iamconsole:EndSession", AccessLevel.Write, ResourceType.User);

    /// <summary>Remind a user of MFA.</summary>
    public static readonly IamAction RemindOfMfa = new("iamconsole:RemindOfMFA", AccessLevel.Write, ResourceType.User);
}
