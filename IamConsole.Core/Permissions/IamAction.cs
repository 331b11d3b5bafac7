namespace IamConsole.Core.Permissions;

/// <summary>The operations of the product in IAM's words (Service Authorization Reference, IAM).</summary>
public static class IamAction
{
    /// <summary>Read a user.</summary>
    public const string GetUser = "iam:GetUser";

    /// <summary>List the users of the account.</summary>
    public const string ListUsers = "iam:ListUsers";

    /// <summary>Create a user.</summary>
    public const string CreateUser = "iam:CreateUser";

    /// <summary>Delete a user with its devices.</summary>
    public const string DeleteUser = "iam:DeleteUser";

    /// <summary>Give a user a console password, or a new one.</summary>
    public const string UpdateLoginProfile = "iam:UpdateLoginProfile";

    /// <summary>Take a user's console password away.</summary>
    public const string DeleteLoginProfile = "iam:DeleteLoginProfile";

    /// <summary>Make a user an administrator, or no longer.</summary>
    public const string AttachUserPolicy = "iam:AttachUserPolicy";

    /// <summary>Change one's own password.</summary>
    public const string ChangePassword = "iam:ChangePassword";

    /// <summary>List a user's MFA devices.</summary>
    public const string ListMfaDevices = "iam:ListMFADevices";

    /// <summary>Assign a device to a user.</summary>
    public const string EnableMfaDevice = "iam:EnableMFADevice";

    /// <summary>Remove a device from a user.</summary>
    public const string DeactivateMfaDevice = "iam:DeactivateMFADevice";

    /// <summary>Synchronise a device with two consecutive codes.</summary>
    public const string ResyncMfaDevice = "iam:ResyncMFADevice";

    /// <summary>Rename a device; the original has no such operation, tagging is the nearest.</summary>
    public const string TagMfaDevice = "iam:TagMFADevice";

    /// <summary>Read the account's figures.</summary>
    public const string GetAccountSummary = "iam:GetAccountSummary";
}
