using IamConsole.Core.Accounts;

namespace IamConsole.Core.Passkeys;

/// <summary>
/// Whether a key meets an account's policy. Models and certifications count only when attestation proved them: an AAGUID is
/// four words that anybody can write into an answer.
/// </summary>
public static class SecurityKeyRules
{
    /// <summary>Every demand that the key does not meet, each with its own sentence; none when it may be registered.</summary>
    /// <param name="policy">The account's.</param>
    /// <param name="groupNames">The groups of the user who gets the key; none for root.</param>
    /// <param name="key">The key.</param>
    public static IReadOnlyList<Error> Judge(SecurityKeyPolicy policy, IReadOnlyCollection<string> groupNames, KeyFacts key) =>
    [
        .. policy.RulesFor(groupNames).SelectMany(rule => Unmet(rule, key))
            .Concat(key.ModelStatuses.Where(s => policy.ResponseTo(s) is KeyResponse.Refuse && IsJudged(s)).Select(s => KeyPolicyErrors.Status(s, key)))
            .Distinct(),
    ];

    /// <summary>The statuses of the key's model of which the policy only warns.</summary>
    public static IReadOnlyList<string> Warnings(SecurityKeyPolicy policy, KeyFacts key) =>
        [.. key.ModelStatuses.Where(s => IsJudged(s) && policy.ResponseTo(s) is KeyResponse.Warn).Distinct()];

    private static bool IsJudged(string status) => SecurityKeyPolicy.Statuses.Contains(status, StringComparer.Ordinal);

    private static IEnumerable<Error> Unmet(SecurityKeyRule rule, KeyFacts key)
    {
        var mustProve = rule.NeedsProof || rule.Attestation is AttestationDemand.Required;
        if (mustProve && !key.IsModelProven) yield return KeyPolicyErrors.Unproven(key);
        else if (RefusesModel(rule, key)) yield return KeyPolicyErrors.Model(key);
        if (key.IsModelProven)
        {
            var (fido, fips) = (Certifications.FidoOf(key.Certifications), Certifications.FipsOf(key.Certifications));
            if (fido < rule.LowestFido) yield return KeyPolicyErrors.Fido(rule.LowestFido, fido);
            if (fips < rule.LowestFips) yield return KeyPolicyErrors.Fips(rule.LowestFips, fips);
        }

        if (key.IsBackupEligible && !rule.AllowsSynced) yield return KeyPolicyErrors.Synced;
        if (!key.IsUserVerified && rule.RequiresUserVerification) yield return KeyPolicyErrors.UserNotVerified;
    }

    private static bool RefusesModel(SecurityKeyRule rule, KeyFacts key)
    {
        var isListed = rule.Models.Any(m => string.Equals(m.Key, key.ModelKey, StringComparison.OrdinalIgnoreCase));
        return rule.ModelChoice switch
        {
            ModelChoice.Any => false,
            ModelChoice.Only => !isListed,
            ModelChoice.Except => isListed,
        };
    }
}
