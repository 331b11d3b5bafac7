namespace IamConsole.Core.Accounts;

/// <summary>
/// Which passkeys and security keys may be registered, root's included: its key opens everything. Group rules are asked in
/// addition, so the strictest of all that apply holds; root is in no group. Keys registered before go on signing in.
/// </summary>
public sealed record SecurityKeyPolicy
{
    /// <summary>Statuses of a model that a policy decides about (FIDO Metadata Service v3.1, 3.1.4).</summary>
    public static IReadOnlyList<string> Statuses { get; } =
    [
        "REVOKED", "USER_VERIFICATION_BYPASS", "ATTESTATION_KEY_COMPROMISE", "USER_KEY_REMOTE_COMPROMISE", "USER_KEY_PHYSICAL_COMPROMISE",
    ];

    /// <summary>What holds for everybody.</summary>
    public SecurityKeyRule Rule { get; init; } = new();

    /// <summary>What holds for members of groups in addition.</summary>
    public IReadOnlyList<GroupKeyRule> Groups { get; init; } = [];

    /// <summary>What is done when a signature counter falls or stands still (WebAuthn Level 3, 7.2 step 22). Both mark the key.</summary>
    public KeyResponse FallingCounter { get; init; }

    /// <summary>Which of <see cref="Statuses"/> refuse a model at registration; the others warn.</summary>
    public IReadOnlyList<string> RefusedStatuses { get; init; } = ["REVOKED"];

    /// <summary>What is done about a model of this status.</summary>
    public KeyResponse ResponseTo(string status) =>
        RefusedStatuses.Contains(status, StringComparer.Ordinal) ? KeyResponse.Refuse : KeyResponse.Warn;

    /// <summary>Every rule that applies to a member of these groups.</summary>
    public IEnumerable<SecurityKeyRule> RulesFor(IEnumerable<string> groupNames)
    {
        var names = groupNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Groups.Where(g => names.Contains(g.Group)).Select(g => g.Rule).Prepend(Rule);
    }

    /// <summary>What the browser of a member of these groups is asked for.</summary>
    public KeyCeremonyOptions OptionsFor(IEnumerable<string> groupNames)
    {
        var rules = RulesFor(groupNames).ToList();
        return new KeyCeremonyOptions(
            rules.Max(r => r.NeedsProof ? AttestationDemand.Required : r.Attestation),
            rules.Exists(r => r.RequiresUserVerification), rules.TrueForAll(r => r.AllowsSynced));
    }
}
