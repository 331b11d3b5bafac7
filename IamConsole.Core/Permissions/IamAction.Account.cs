namespace IamConsole.Core.Permissions;

/// <summary>The account, its settings, records and reports.</summary>
public sealed partial record IamAction
{
    /// <summary>Read the account's figures.</summary>
    public static readonly IamAction GetAccountSummary = new("iam:GetAccountSummary", AccessLevel.Read, ResourceType.Account);

    /// <summary>Change the account's name or alias.</summary>
    public static readonly IamAction UpdateAccount =
        new("iam:CreateAccountAlias", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Read the password policy.</summary>
    public static readonly IamAction GetAccountPasswordPolicy =
        new("iam:GetAccountPasswordPolicy", AccessLevel.Read, ResourceType.Account);

    /// <summary>Change the password policy.</summary>
    public static readonly IamAction UpdateAccountPasswordPolicy =
        new("iam:UpdateAccountPasswordPolicy", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Read who must use MFA.</summary>
    public static readonly IamAction GetMfaPolicy = new("iamconsole:GetMFAPolicy", AccessLevel.Read, ResourceType.Account);

    /// <summary>Change who must use MFA.</summary>
    public static readonly IamAction UpdateMfaPolicy =
        new("iamconsole:UpdateMFAPolicy", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Read which passkeys and security keys may be registered, and whose are not what the policy asks for.</summary>
    public static readonly IamAction GetSecurityKeyPolicy =
        new("iamconsole:GetSecurityKeyPolicy", AccessLevel.Read, ResourceType.Account);

    /// <summary>Change which passkeys and security keys may be registered.</summary>
    public static readonly IamAction UpdateSecurityKeyPolicy =
        new("iamconsole:UpdateSecurityKeyPolicy", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Produce the credential report or the MFA report.</summary>
    public static readonly IamAction GenerateCredentialReport =
        new("iam:GenerateCredentialReport", AccessLevel.Read, ResourceType.Account);

    /// <summary>Download a report.</summary>
    public static readonly IamAction GetCredentialReport = new("iam:GetCredentialReport", AccessLevel.Read, ResourceType.Account);

    /// <summary>Read the audit trail.</summary>
    public static readonly IamAction LookupEvents = new("cloudtrail:LookupEvents", AccessLevel.List, ResourceType.Account);

    /// <summary>Export the audit trail, or an extract with proof.</summary>
    public static readonly IamAction ExportEvents = new("iamconsole:ExportEvents", AccessLevel.Read, ResourceType.Account);

    /// <summary>Read the notices that wait for a mail server.</summary>
    public static readonly IamAction ListOutbox = new("iamconsole:ListOutbox", AccessLevel.List, ResourceType.Account);

    /// <summary>Send a failed notice again.</summary>
    public static readonly IamAction RetryNotice = new("iamconsole:RetryNotice", AccessLevel.Write, ResourceType.Account);

    /// <summary>Read the state of background work.</summary>
    public static readonly IamAction GetJob = new("iamconsole:GetJob", AccessLevel.Read, ResourceType.Account);

    /// <summary>Read whether the account may order a free security key, and why not.</summary>
    public static readonly IamAction GetSecurityKeyEligibility =
        new("iamconsole:GetSecurityKeyEligibility", AccessLevel.Read, ResourceType.Account);

    /// <summary>Read the account's orders of security keys.</summary>
    public static readonly IamAction ListSecurityKeyOrders =
        new("iamconsole:ListSecurityKeyOrders", AccessLevel.List, ResourceType.Account);

    /// <summary>Order a free security key; root alone.</summary>
    public static readonly IamAction OrderSecurityKey = new("iamconsole:OrderSecurityKey", AccessLevel.Write, ResourceType.Account);

    /// <summary>Withdraw an order that was not approved yet; root alone.</summary>
    public static readonly IamAction CancelSecurityKeyOrder =
        new("iamconsole:CancelSecurityKeyOrder", AccessLevel.Write, ResourceType.Account);
}
