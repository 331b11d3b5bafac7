using System.Text.RegularExpressions;

namespace IamConsole.Tests.Architecture;

/// <summary>Which slice of Core may know which: a slice knows those of lower rank, its peers, and Persistence.</summary>
internal static partial class SliceRules
{
    private const string Core = "IamConsole.Core.";

    private static readonly Dictionary<string, int> Rank = new()
    {
        ["Accounts"] = 0,
        ["WebAuthn"] = 0,
        ["Attestation"] = 1,
        ["FidoMetadata"] = 2,
        ["AuditTrail"] = 1,
        ["Users"] = 1,
        ["Permissions"] = 1,
        ["Sessions"] = 1,
        ["Jobs"] = 1,
        ["Notices"] = 1,
        ["Policies"] = 1,
        ["Groups"] = 1,
        ["Totp"] = 1,
        ["TokenStock"] = 1,
        ["MfaDevices"] = 2,
        ["SeedFiles"] = 2,
        ["SignIn"] = 3,
        ["Passkeys"] = 3,
        ["HardwareTokens"] = 3,
        ["Consignments"] = 3,
        ["KeyProgram"] = 3,
        ["AccountSettings"] = 3,
        ["Reports"] = 3,
        ["BulkActions"] = 4,
        ["AccountOpening"] = 4,
        ["Demo"] = 4,
        ["Restoring"] = 4,
    };

    /// <summary>By the names in the text, whole or from the root of Core.</summary>
    public static IEnumerable<string> Violations(SourceFile file)
    {
        var slice = file.Path.Split('/') is ["IamConsole.Core", var folder, _, ..] ? folder : null;
        return slice is null ? []
            : Violations(file.Path, slice, Reference().Matches(file.Text).Select(m => m.Groups["slice"].Value));
    }

    /// <summary>By what the compiled type uses, however it is written.</summary>
    public static IEnumerable<string> Violations(Type type, IEnumerable<Type> used) =>
        SliceOf(type) is { } slice ? Violations(type.FullName!, slice, used.Select(SliceOf).OfType<string>()) : [];

    private static IEnumerable<string> Violations(string subject, string slice, IEnumerable<string> used)
    {
        if (slice == "Persistence") return [];
        return Rank.TryGetValue(slice, out var rank)
            ? used.Distinct().Where(u => Rank.TryGetValue(u, out var other) && other > rank).Select(u => $"{subject}: {slice} knows {u}")
            : [$"{subject}: slice {slice} has no rank"];
    }

    private static string? SliceOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(Core, StringComparison.Ordinal) ? space[Core.Length..].Split('.')[0] : null;

    [GeneratedRegex(@"\bIamConsole\.Core\.(?<slice>\w+)|(?<![\w.])Core\.(?<slice>\w+)")]
    private static partial Regex Reference();
}
