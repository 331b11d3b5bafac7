using IamConsole.Core.FidoMetadata;
using IamConsole.Web.Controls;

namespace IamConsole.Web.FidoMetadata;

/// <summary>What metadata say, in words.</summary>
public static class ModelText
{
    /// <summary>"Level 2+", or "-".</summary>
    public static string Level(string? level) => level is null ? "-" : "Level " + level[1..].Replace("plus", "+", StringComparison.Ordinal);

    /// <summary>"140-2 Level 1, 140-3 Level 2", or "-".</summary>
    public static string Fips(CertificationLevels levels) => Join(
        [levels.Fips1402 is { } second ? "140-2 " + Level(second) : null, levels.Fips1403 is { } third ? "140-3 " + Level(third) : null]);

    /// <summary>The same where there is little room: "140-2 L1, 140-3 L2", or "-".</summary>
    public static string ShortFips(CertificationLevels levels) => Join(
        [levels.Fips1402 is { } second ? "140-2 " + second : null, levels.Fips1403 is { } third ? "140-3 " + third : null]);

    /// <summary>"USB, NFC", or "-".</summary>
    public static string Transports(IEnumerable<string> transports) => Join(transports.Select(Transport));

    /// <summary>"USB".</summary>
    public static string Transport(string transport) => transport switch
    {
        "usb" => "USB",
        "nfc" => "NFC",
        "ble" => "Bluetooth",
        "internal" => "Built-in",
        "hybrid" => "Phone",
        "smart-card" => "Smart card",
        _ => Words(transport),
    };

    /// <summary>"PIN, fingerprint", or "-"; a touch alone verifies nobody and is left out.</summary>
    public static string Verification(AuthenticatorModel model) =>
        Join(model.VerificationMethods.Where(m => m is not ("none" or "presence_internal" or "all")).Select(Method).Distinct(StringComparer.Ordinal));

    /// <summary>"FIDO 2.1, U2F V2"; where a model names none, its family.</summary>
    public static string Protocols(AuthenticatorModel model) => model.Entry.Protocols.Count == 0 ? model.ProtocolFamily.ToUpperInvariant()
        : Join(model.Entry.Protocols.Select(p => p.Replace("_2_", " 2.", StringComparison.Ordinal).Replace('_', ' ')));

    /// <summary>"ES256, EdDSA", or "-" (FIDO Registry 3.6.1).</summary>
    public static string Algorithms(AuthenticatorModel model) => Join(model.Entry.Algorithms.Select(a => a switch
    {
        "secp256r1_ecdsa_sha256_raw" or "secp256r1_ecdsa_sha256_der" => "ES256",
        "secp384r1_ecdsa_sha384_raw" => "ES384",
        "secp521r1_ecdsa_sha512_raw" => "ES512",
        "secp256k1_ecdsa_sha256_raw" or "secp256k1_ecdsa_sha256_der" => "ES256K",
        "ed25519_eddsa_sha512_raw" => "EdDSA",
        "rsassa_pkcsv15_sha256_raw" => "RS256",
        "rsassa_pkcsv15_sha1_raw" => "RS1",
        "rsassa_pss_sha256_raw" or "rsassa_pss_sha256_der" => "PS256",
        _ => Words(a),
    }).Distinct(StringComparer.Ordinal));

    /// <summary>"Basic", or "-" (FIDO Registry 3.6.3).</summary>
    public static string Attestation(AuthenticatorModel model) => Join(model.Entry.AttestationTypes.Select(t => t switch
    {
        "basic_full" => "Basic",
        "basic_surrogate" => "Self",
        "attca" => "Attestation CA",
        "anonca" => "Anonymization CA",
        _ => Words(t),
    }).Distinct(StringComparer.Ordinal));

    /// <summary>"Secure element", or "-".</summary>
    public static string List(IEnumerable<string> words) => Join(words.Select(Words).Distinct(StringComparer.Ordinal));

    /// <summary>Where a model stands: "Certified", "Revoked".</summary>
    public static string Status(AuthenticatorModel model) => model.Status switch
    {
        { Standing: ModelStanding.Fine } => model.Levels.Fido is not null ? "Certified"
            : model.Reports.Any(r => r.Status == StatusNames.SelfAsserted) ? "Self-asserted" : "Not certified",
        { Standing: ModelStanding.Warned, Name: { } name } when StatusNames.Issues.Contains(name) && name != StatusNames.AttestationKeyCompromise => Report(name) + ", mended by an update",
        var status => Report(status.Name!),
    };

    /// <summary>Its colour.</summary>
    public static StatusKind Kind(AuthenticatorModel model) => model.Status.Standing switch
    {
        ModelStanding.Refused => StatusKind.Error,
        ModelStanding.Warned => StatusKind.Warning,
        ModelStanding.Fine => model.Levels.Fido is null ? StatusKind.Stopped : StatusKind.Success,
    };

    /// <summary>The title of what is to be known of a model before it is used.</summary>
    public static string? Warning(ModelStatus status) => status.Name switch
    {
        null => null,
        StatusNames.Revoked => "The FIDO Alliance has revoked this model. Its keys should not be trusted for any reason.",
        StatusNames.UserVerificationBypass => "User verification of this model can be passed by.",
        StatusNames.AttestationKeyCompromise => "An attestation key of this model is known to others: keys can pretend to be of this model.",
        StatusNames.UserKeyRemoteCompromise => "Keys of this model can be taken from afar.",
        StatusNames.UserKeyPhysicalCompromise => "Keys of this model can be taken by who holds the authenticator.",
        StatusNames.UpdateAvailable => "An update of this model's firmware is available.",
        _ => "The maker has retired this model.",
    };

    /// <summary>A status of a report: "FIDO certified, Level 1".</summary>
    public static string Report(string status) => status switch
    {
        StatusNames.NotCertified => "Not FIDO certified",
        StatusNames.SelfAsserted => "Self-assertion submitted",
        StatusNames.Certified => "FIDO certified",
        StatusNames.UserVerificationBypass => "User verification bypass",
        StatusNames.AttestationKeyCompromise => "Attestation key compromised",
        StatusNames.UserKeyRemoteCompromise => "User keys compromised remotely",
        StatusNames.UserKeyPhysicalCompromise => "User keys compromised physically",
        StatusNames.UpdateAvailable => "Update available",
        StatusNames.Revoked => "Revoked",
        StatusNames.Retired => "Retired",
        _ when StatusNames.FidoLevel(status) is { } level => "FIDO certified, " + Level(level),
        _ when StatusNames.FipsLevel(status) is { } level => "FIPS 140 certified, " + Level(level),
        _ => status,
    };

    /// <summary>The colour of a report.</summary>
    public static StatusKind ReportKind(string status) =>
        StatusNames.Issues.Contains(status) ? StatusKind.Error
        : status is StatusNames.UpdateAvailable or StatusNames.Retired ? StatusKind.Warning
        : StatusNames.FidoLevel(status) is not null || StatusNames.FipsLevel(status) is not null ? StatusKind.Success : StatusKind.Stopped;

    /// <summary>"31 Jan 2031", or "-".</summary>
    public static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "-";

    private static string Method(string method) => method switch
    {
        "passcode_external" or "passcode_internal" => "PIN",
        "fingerprint_internal" => "Fingerprint",
        "faceprint_internal" => "Face",
        "eyeprint_internal" => "Eye",
        "voiceprint_internal" => "Voice",
        "handprint_internal" => "Hand",
        "pattern_internal" or "pattern_external" => "Pattern",
        "location_internal" => "Location",
        _ => Words(method),
    };

    private static string Words(string word)
    {
        var text = word.Replace('_', ' ');
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Join(IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } text ? text : "-";
}
