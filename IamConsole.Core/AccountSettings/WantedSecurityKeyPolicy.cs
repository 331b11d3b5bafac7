using IamConsole.Core.Accounts;

namespace IamConsole.Core.AccountSettings;

/// <summary>A policy for security keys as it was put together in a form.</summary>
/// <param name="Policy">Models may be written in any case; a demand that needs attestation may lack it.</param>
public sealed record WantedSecurityKeyPolicy(SecurityKeyPolicy Policy)
{
    /// <summary>The policy as it is kept, or what is wrong with it.</summary>
    /// <param name="groups">The names of the account's groups that the policy names.</param>
    internal Result<SecurityKeyPolicy> Check(IReadOnlyCollection<string> groups)
    {
        var rule = Check(Policy.Rule, null);
        if (!rule.Succeeded) return rule.Error;
        if (Policy.Groups.Count > AccountSettingsErrors.MostGroupRules) return AccountSettingsErrors.TooManyGroupRules;
        if (Policy.Groups.DistinctBy(g => g.Group, StringComparer.OrdinalIgnoreCase).Count() < Policy.Groups.Count) return AccountSettingsErrors.GroupTwice;
        var ofGroups = new List<GroupKeyRule>();
        foreach (var group in Policy.Groups)
        {
            if (groups.FirstOrDefault(g => string.Equals(g, group.Group, StringComparison.OrdinalIgnoreCase)) is not { } name)
                return AccountSettingsErrors.UnknownGroup;
            var checkedRule = Check(group.Rule, name);
            if (!checkedRule.Succeeded) return checkedRule.Error;
            ofGroups.Add(new GroupKeyRule(name, checkedRule.Value));
        }

        return Policy with
        {
            Rule = rule.Value,
            Groups = ofGroups,
            RefusedStatuses = [.. SecurityKeyPolicy.Statuses.Where(s => Policy.ResponseTo(s) is KeyResponse.Refuse)],
        };
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
