using IamConsole.Core.Accounts;

namespace IamConsole.Web.AccountSettings;

/// <summary>A policy for security keys in words.</summary>
public static class KeyPolicyText
{
    /// <summary>Whether the model must be proven.</summary>
    public static string Attestation(AttestationDemand demand) => demand switch
    {
        AttestationDemand.None => "Not asked for",
        AttestationDemand.Preferred => "Preferred",
        AttestationDemand.Required => "Required",
    };

    /// <summary>Which models.</summary>
    public static string Models(SecurityKeyRule rule) => rule.ModelChoice switch
    {
        ModelChoice.Any => "Every model",
        ModelChoice.Only => "Only " + Names(rule),
        ModelChoice.Except => "All but " + Names(rule),
    };

    /// <summary>What certification.</summary>
    public static string Lowest(SecurityKeyRule rule) => (rule.LowestFido, rule.LowestFips) switch
    {
        (FidoLevel.None, FipsLevel.None) => "None asked for",
        (var fido, FipsLevel.None) => Fido(fido),
        (FidoLevel.None, var fips) => Fips(fips),
        var (fido, fips) => $"{Fido(fido)} and {Fips(fips)}",
    };

    /// <summary>A level in a list.</summary>
    public static string Fido(FidoLevel level) => level is FidoLevel.None ? "None" : $"FIDO {Certifications.Text(level)} or higher";

    /// <summary>A level in a list.</summary>
    public static string Fips(FipsLevel level) => level is FipsLevel.None ? "None" : $"FIPS 140 level {(int)level}{(level is FipsLevel.L4 ? "" : " or higher")}";

    /// <summary>Everything that a rule asks for, in one line.</summary>
    public static string Demands(SecurityKeyRule rule)
    {
        string?[] demands =
        [
            rule.Attestation is AttestationDemand.Required ? "attestation" : null,
            rule.ModelChoice is ModelChoice.Any ? null : Models(rule).ToLowerInvariant()[..1] + Models(rule)[1..],
            rule is { LowestFido: FidoLevel.None, LowestFips: FipsLevel.None } ? null : Lowest(rule),
            rule.AllowsSynced ? null : "device-bound keys only",
            rule.RequiresUserVerification ? "user verification" : null,
        ];
        var text = string.Join(", ", demands.OfType<string>());
        return text.Length == 0 ? "nothing in addition" : text;
    }

    /// <summary>"User verification bypass" for USER_VERIFICATION_BYPASS.</summary>
    public static string StatusName(string status) => status[..1] + status[1..].Replace('_', ' ').ToLowerInvariant();

    /// <summary>What a status of the FIDO metadata means.</summary>
    public static string Status(string status) => status switch
    {
        "REVOKED" => "FIDO does not trust the model any more",
        "USER_VERIFICATION_BYPASS" => "User verification can be bypassed",
        "ATTESTATION_KEY_COMPROMISE" => "The maker's attestation key is known to others",
        "USER_KEY_REMOTE_COMPROMISE" => "Keys can be stolen from afar",
        "USER_KEY_PHYSICAL_COMPROMISE" => "Keys can be extracted by who holds the device",
        _ => status,
    };

    private static string Names(SecurityKeyRule rule) => string.Join(", ", rule.Models.Select(m => m.Name).Distinct());
}
