namespace IamConsole.Core.Permissions;

/// <summary>MFA devices.</summary>
public sealed partial record IamAction
{
    /// <summary>List a user's MFA devices.</summary>
    public static readonly IamAction ListMfaDevices = new("iam:ListMFADevices", AccessLevel.List, ResourceType.User);

    /// <summary>Read everything that is known of a user's MFA device.</summary>
    public static readonly IamAction GetMfaDevice = new("iam:GetMFADevice", AccessLevel.Read, ResourceType.User);

    /// <summary>Read why a user's last code was refused at the sign-in; never one's own.</summary>
    public static readonly IamAction GetRefusedCode = new("iamconsole:GetRefusedCode", AccessLevel.Read, ResourceType.User, Safeguards.OthersOnly);

    /// <summary>Assign a device to a user.</summary>
    public static readonly IamAction EnableMfaDevice = new(
        "iam:EnableMFADevice", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof | Safeguards.MfaOnOneself);

    /// <summary>Remove a device from a user.</summary>
    public static readonly IamAction DeactivateMfaDevice = new(
        "iam:DeactivateMFADevice", AccessLevel.Write, ResourceType.User, Safeguards.FreshProof | Safeguards.MfaOnOneself);

    /// <summary>Synchronise a device with two consecutive codes.</summary>
    public static readonly IamAction ResyncMfaDevice = new("iam:ResyncMFADevice", AccessLevel.Write, ResourceType.User);

    /// <summary>Rename a device; the original has no such operation, tagging is the nearest.</summary>
    public static readonly IamAction TagMfaDevice = new("iam:TagMFADevice", AccessLevel.Tagging, ResourceType.User);
}
