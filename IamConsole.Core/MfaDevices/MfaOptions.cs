namespace IamConsole.Core.MfaDevices;

/// <summary>What an operator may choose about MFA devices.</summary>
public sealed class MfaOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Mfa";

    /// <summary>What authenticator apps show above the code (Key URI format: issuer); no colon.</summary>
    public string Issuer { get; set; } = "IAM Console";

    /// <summary>Whether apps show an issuer as it is meant: a colon, also an encoded one, would end it (Key URI format: label).</summary>
    public static bool IsIssuer(string? issuer) => issuer is { Length: > 0 and <= 64 } && !string.IsNullOrWhiteSpace(issuer)
        && !issuer.Any(c => char.IsControl(c) || c is ':') && !issuer.Contains("%3A", StringComparison.OrdinalIgnoreCase);
}
