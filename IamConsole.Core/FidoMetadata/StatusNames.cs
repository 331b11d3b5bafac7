namespace IamConsole.Core.FidoMetadata;

/// <summary>The statuses that are known (FIDO Metadata Service 3.1.4); others are passed over, as that clause demands.</summary>
public static class StatusNames
{
    /// <summary>Not certified, or not any more.</summary>
    public const string NotCertified = "NOT_FIDO_CERTIFIED";

    /// <summary>The maker says that it conforms.</summary>
    public const string SelfAsserted = "SELF_ASSERTION_SUBMITTED";

    /// <summary>Certified, from the time before levels.</summary>
    public const string Certified = "FIDO_CERTIFIED";

    /// <summary>Malware can pass the user verification.</summary>
    public const string UserVerificationBypass = "USER_VERIFICATION_BYPASS";

    /// <summary>An attestation key is known to others.</summary>
    public const string AttestationKeyCompromise = "ATTESTATION_KEY_COMPROMISE";

    /// <summary>Keys can be taken from afar.</summary>
    public const string UserKeyRemoteCompromise = "USER_KEY_REMOTE_COMPROMISE";

    /// <summary>Keys can be taken by who holds the authenticator.</summary>
    public const string UserKeyPhysicalCompromise = "USER_KEY_PHYSICAL_COMPROMISE";

    /// <summary>An update mends what was reported before.</summary>
    public const string UpdateAvailable = "UPDATE_AVAILABLE";

    /// <summary>Not to be trusted for any reason.</summary>
    public const string Revoked = "REVOKED";

    /// <summary>At its end of life.</summary>
    public const string Retired = "RETIRED";

    private const string FidoPrefix = "FIDO_CERTIFIED_";
    private const string FipsPrefix = "FIPS140_CERTIFIED_";

    /// <summary>FIDO levels, from the lowest.</summary>
    public static IReadOnlyList<string> FidoLevels { get; } = ["L1", "L1plus", "L2", "L2plus", "L3", "L3plus"];

    /// <summary>FIPS levels, from the lowest.</summary>
    public static IReadOnlyList<string> FipsLevels { get; } = ["L1", "L2", "L3", "L4"];

    /// <summary>Reports that speak against a model.</summary>
    public static IReadOnlyList<string> Issues { get; } =
        [Revoked, UserKeyRemoteCompromise, AttestationKeyCompromise, UserVerificationBypass, UserKeyPhysicalCompromise];

    /// <summary>Whether the status is known.</summary>
    public static bool IsKnown(string status) =>
        status is NotCertified or SelfAsserted or UpdateAvailable or Retired || Issues.Contains(status)
        || FidoLevel(status) is not null || FipsLevel(status) is not null;

    /// <summary>"L1" to "L3plus"; "L1" for <see cref="Certified"/>, as the original shows it; null for other statuses.</summary>
    public static string? FidoLevel(string status) =>
        status == Certified ? "L1" : Level(status, FidoPrefix, FidoLevels);

    /// <summary>"L1" to "L4", or null.</summary>
    public static string? FipsLevel(string status) => Level(status, FipsPrefix, FipsLevels);

    private static string? Level(string status, string prefix, IReadOnlyList<string> levels) =>
        status.StartsWith(prefix, StringComparison.Ordinal) && levels.Contains(status[prefix.Length..]) ? status[prefix.Length..] : null;
}
