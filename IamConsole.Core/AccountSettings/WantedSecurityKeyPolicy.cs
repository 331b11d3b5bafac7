using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>A policy for security keys as it was put together in a form.</summary>
/// <param name="Policy">Models may be written in any case; a demand that needs attestation may lack it.</param>
public sealed record WantedSecurityKeyPolicy(SecurityKeyPolicy Policy)
{
    /// <summary>The policy as it is kept, or everything that is wrong with it.</summary>
    /// <param name="groups">The names of the account's groups that the policy names.</param>
    internal Result<SecurityKeyPolicy> Check(IReadOnlyCollection<string> groups)
    {
        if (Policy.Groups.Count > AccountSettingsErrors.MostGroupRules) return AccountSettingsErrors.TooManyGroupRules;
        var rule = Check(Policy.Rule, null);
        var ofGroups = Policy.Groups.Select(wanted => Check(wanted, groups)).ToList();
        var wrong = Error.All([
            rule.Error,
            Policy.Groups.DistinctBy(g => g.Group, StringComparer.OrdinalIgnoreCase).Count() < Policy.Groups.Count ? AccountSettingsErrors.GroupTwice : null,
            .. ofGroups.Select(group => group.Error).Distinct(),
        ]);
        if (wrong is not null) return wrong;
        return Policy with
        {
            Rule = rule.Value!,
            Groups = [.. ofGroups.Select(group => group.Value!)],
            RefusedStatuses = [.. SecurityKeyPolicy.Statuses.Where(s => Policy.ResponseTo(s) is KeyResponse.Refuse)],
        };
    }

    private static Result<GroupKeyRule> Check(GroupKeyRule wanted, IReadOnlyCollection<string> groups)
    {
        if (groups.FirstOrDefault(g => string.Equals(g, wanted.Group, StringComparison.OrdinalIgnoreCase)) is not { } name)
            return AccountSettingsErrors.UnknownGroup;
        var rule = Check(wanted.Rule, name);
        return rule.Succeeded ? new GroupKeyRule(name, rule.Value) : rule.Error;
    }

    private static Result<SecurityKeyRule> Check(SecurityKeyRule rule, string? group)
    {
        if (rule.ModelChoice is ModelChoice.Any) return Proving(rule with { Models = [] });
        var field = AccountSettingsErrors.ModelsField(group);
        if (rule.Models.Count == 0) return AccountSettingsErrors.NoModel.At(field);
        if (rule.Models.Count > AccountSettingsErrors.MostModels) return AccountSettingsErrors.TooManyModels.At(field);
        var models = rule.Models.Select(ModelKey.Normalize).ToList();
        return models.Contains(null) ? AccountSettingsErrors.InvalidModel.At(field)
            : Proving(rule with { Models = [.. models.OfType<KeyModelName>().DistinctBy(m => m.Key)] });
    }

    // Models and levels are proven by attestation alone; and a browser that is not asked for it hides the model of most keys.
    private static SecurityKeyRule Proving(SecurityKeyRule rule) =>
        rule.NeedsProof ? rule with { Attestation = AttestationDemand.Required }
        : rule is { ModelChoice: ModelChoice.Except, Attestation: AttestationDemand.None } ? rule with { Attestation = AttestationDemand.Preferred }
        : rule;
}
