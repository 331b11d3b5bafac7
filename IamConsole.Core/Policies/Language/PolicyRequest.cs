namespace IamConsole.Core.Policies.Language;

/// <summary>What a policy is asked about.</summary>
/// <param name="Action">For example <c>iam:EnableMFADevice</c>.</param>
/// <param name="Resource">The ARN, or <c>*</c> for an action on the account as a whole.</param>
/// <param name="Keys">Condition keys, found without regard to case; a key without values counts as missing.</param>
public sealed record PolicyRequest(string Action, string Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Keys)
{
    /// <summary>The values of a key, or null when the request has none.</summary>
    public IReadOnlyList<string>? Find(string key) => Keys.TryGetValue(key, out var values) && values.Count > 0 ? values : null;

    /// <summary>An empty set of keys that finds them without regard to case.</summary>
    public static Dictionary<string, IReadOnlyList<string>> NewKeys() => new(StringComparer.OrdinalIgnoreCase);
}
