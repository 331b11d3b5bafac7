using IamConsole.Core.Accounts;
using IamConsole.Core.Attestation;

namespace IamConsole.Core.Passkeys;

/// <summary>Every demand of an account's policy for security keys that a key can fail to meet.</summary>
public static class KeyPolicyErrors
{
    /// <summary>Code of a missing or too low certification.</summary>
    public const string NotCertifiedCode = "KeyNotCertified";

    /// <summary>Code of a model that the metadata speak against.</summary>
    public const string DistrustedCode = "KeyModelDistrusted";

    /// <summary>A passkey that can be copied, where only device-bound keys will do.</summary>
    public static readonly Error Synced = new(
        "KeyIsSynced", "This key is a synced passkey. The account allows only device-bound keys.");

    /// <summary>The key was only touched.</summary>
    public static readonly Error UserNotVerified = new(
        "UserNotVerified", "This key did not check who uses it. The account asks for a PIN, a fingerprint or a face.");

    /// <summary>The model is not among those allowed, or among those denied.</summary>
    public static Error Model(KeyFacts key) => new(
        "KeyModelNotAllowed", $"The account does not allow {(key.IsModelProven ? Named(key) : "the model that this key says it is")}.");

    /// <summary>Nothing proves what the key is.</summary>
    public static Error Unproven(KeyFacts key) => new("KeyNotAttested", key.AttestationType switch
    {
        null or AttestationType.None => "This key sent no proof of its model. The account asks for one; if the browser wants to know whether the site may see make and model of the key, allow it.",
        AttestationType.Self => "This key vouches only for itself. The account asks for a proof by its maker.",
        _ => "The maker's proof of this key leads to no model in the FIDO metadata of this console. The account asks for a known model.",
    });

    /// <summary>FIDO's certification is missing or too low.</summary>
    public static Error Fido(FidoLevel wanted, FidoLevel found) => new(
        NotCertifiedCode,
        $"The account asks for FIDO certification {Certifications.Text(wanted)} or higher; this key's model has {(found is FidoLevel.None ? "none" : Certifications.Text(found))}.");

    /// <summary>FIPS 140 certification is missing or too low.</summary>
    public static Error Fips(FipsLevel wanted, FipsLevel found) => new(
        NotCertifiedCode, $"The account asks for FIPS 140 level {(int)wanted} or higher; this key's model has {(found is FipsLevel.None ? "none" : $"level {(int)found}")}.");

    /// <summary>The FIDO metadata speak against the model.</summary>
    public static Error Status(string status, KeyFacts key) => new(
        DistrustedCode, $"The FIDO metadata report {status} for {Named(key)}. The account does not allow such models.");

    /// <summary>One refusal of all unmet demands, at least one.</summary>
    public static Error All(IReadOnlyList<Error> unmet) => new(unmet[0].Code, string.Join(" ", unmet.Select(e => e.Message)));

    /// <summary>A policy allowed that a key is created, but not that this one is activated (<c>iam:RegisterSecurityKey</c>).</summary>
    /// <remarks>Other refusals stay as they are.</remarks>
    public static Error NotActivated(Error refusal, KeyFacts key) => refusal.Denial is null ? refusal : refusal with
    {
        Message = (key.ProvenCertifications.Count > 0
            ? $"Your permissions do not allow a key of this certification ({string.Join(", ", key.ProvenCertifications.Select(c => $"{c.Key} {c.Value}"))}). "
            : "Your permissions do not allow this key: no certification of it is proven. ") + "Nothing was stored. " + refusal.Message,
    };

    private static string Named(KeyFacts key) => key.ModelName ?? "this model";
}
