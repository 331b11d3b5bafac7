namespace IamConsole.Core.MfaDevices;

/// <summary>What an operator may choose about MFA devices.</summary>
public sealed class MfaOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Mfa";

    /// <summary>What authenticator apps show above the code (Key URI format: issuer); no colon.</summary>
    public string Issuer { get; set; } = "IAM Console";
}
