using IamConsole.Core.Permissions;

namespace IamConsole.Web.Policies;

/// <summary>The condition keys of the simulator's form.</summary>
public static class ContextKeys
{
    /// <summary>Keys that are asked about most, with a value to begin with.</summary>
    public static IReadOnlyList<(string Label, string Key, string Value)> Usual { get; } =
    [
        ("MFA present", ConditionKeys.MfaPresent, "true"),
        ("MFA age", ConditionKeys.MfaAge, "60"),
        ("Source IP", ConditionKeys.SourceIp, "203.0.113.7"),
        ("Current time", ConditionKeys.CurrentTime, "2027-01-31T09:00:00Z"),
        ("Security key registration", ConditionKeys.RegisterSecurityKey, "Activate"),
        ("FIDO certification", ConditionKeys.FidoCertification, "L2"),
        ("Principal tag", ConditionKeys.PrincipalTag + "team", "field"),
        ("Resource tag", ConditionKeys.ResourceTag + "team", "field"),
    ];

    /// <summary>What a value of the key looks like.</summary>
    public static string Example(string? key) =>
        Usual.FirstOrDefault(u => string.Equals(u.Key, key?.Trim(), StringComparison.OrdinalIgnoreCase)).Value ?? "Value";

    /// <summary>What was typed, as a request has it; rows without a key say nothing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(IEnumerable<ContextKey> rows) =>
        rows.Where(r => !string.IsNullOrWhiteSpace(r.Key))
            .GroupBy(r => r.Key!.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                g => g.Key,
                IReadOnlyList<string> (g) => [.. g.SelectMany(r => (r.Values ?? "").Split(',', StringSplitOptions.TrimEntries))],
                StringComparer.OrdinalIgnoreCase);
}
