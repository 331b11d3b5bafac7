using System.Text.RegularExpressions;

namespace IamConsole.Tests.Architecture;

/// <summary>Which slice of Core may know which: a slice knows those of lower rank, its peers, and Persistence.</summary>
internal static partial class SliceRules
{
    private static readonly Dictionary<string, int> Rank = new()
    {
        ["Accounts"] = 0,
        ["AuditTrail"] = 1, ["Users"] = 1, ["Permissions"] = 1, ["Sessions"] = 1, ["Totp"] = 1,
        ["MfaDevices"] = 2,
        ["SignIn"] = 3, ["Passkeys"] = 3, ["HardwareTokens"] = 3,
        ["AccountOpening"] = 4, ["Demo"] = 4,
    };

    public static IEnumerable<string> Violations(SourceFile file)
    {
        var slice = file.Path.Split('/') is ["IamConsole.Core", var folder, ..] ? folder : null;
        if (slice is null || slice.EndsWith(".cs", StringComparison.Ordinal) || slice == "Persistence") yield break;
        if (!Rank.TryGetValue(slice, out var rank))
        {
            yield return $"{file.Path}: slice {slice} has no rank";
            yield break;
        }

        foreach (Match used in Reference().Matches(file.Text))
            if (Rank.TryGetValue(used.Groups[1].Value, out var other) && other > rank)
                yield return $"{file.Path}: {slice} knows {used.Groups[1].Value}";
    }

    [GeneratedRegex(@"IamConsole\.Core\.(\w+)")]
    private static partial Regex Reference();
}
