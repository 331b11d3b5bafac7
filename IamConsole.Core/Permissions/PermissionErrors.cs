namespace IamConsole.Core.Permissions;

/// <summary>What the gate answers instead of a permit.</summary>
public static class PermissionErrors
{
    /// <summary>The session is over, or never was.</summary>
    public static readonly Error SessionEnded =
        new("SessionEnded", "Your session has ended. Sign in again.");

    /// <summary>Bulletin AWS-2023-001: who has a device must have used one to add or remove one of his own.</summary>
    public static readonly Error MfaRequired = new(
        "MfaRequired",
        "To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user.");

    /// <summary>What one may ask about others alone.</summary>
    public static readonly Error OthersOnly = new("InvalidInput", "This cannot be read about oneself. Ask another administrator.");

    /// <summary>The last proof is too old for a change of a factor.</summary>
    public static readonly Error ProofTooOld =
        new("ProofTooOld", "Confirm that it is you: your last confirmation is older than 10 minutes.");

    /// <summary>Whether it asks for a proof that the person can give at once.</summary>
    public static bool IsStepUp(Error error) => error.Code == MfaRequired.Code || error.Code == ProofTooOld.Code;

    /// <summary>No user of that name in this account.</summary>
    public static readonly Error NoSuchUser = new("NoSuchEntity", "The user cannot be found.");

    /// <summary>IAM's code for a refusal by policy.</summary>
    public const string AccessDeniedCode = "AccessDenied";

    /// <summary>IAM's words for a refusal.</summary>
    public static Error AccessDenied(string callerArn, string action, string resource, bool explicitly) => new(
        AccessDeniedCode,
        $"User: {callerArn} is not authorized to perform: {action} on resource: {resource} "
        + (explicitly ? "with an explicit deny in an identity-based policy" : $"because no identity-based policy allows the {action} action"))
    {
        Denial = new AccessDenial(
            callerArn, action, resource,
            explicitly ? "Explicit deny in an identity-based policy" : $"No identity-based policy allows the {action} action"),
    };

    /// <summary>Why a control is not available.</summary>
    public static string Missing(IamAction action) => $"You need {action.Name}";
}
