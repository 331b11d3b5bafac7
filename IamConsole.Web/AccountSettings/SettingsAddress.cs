namespace IamConsole.Web.AccountSettings;

/// <summary>Where the account's settings are.</summary>
public static class SettingsAddress
{
    /// <summary>The page.</summary>
    public const string Page = "/account-settings";

    /// <summary>Its form for the password policy.</summary>
    public const string PasswordPolicy = "/account-settings/password-policy";

    /// <summary>Its form for the MFA policy.</summary>
    public const string MfaPolicy = "/account-settings/mfa-policy";

    /// <summary>Its form for the policy for passkeys and security keys.</summary>
    public const string SecurityKeyPolicy = "/account-settings/security-key-policy";
}
