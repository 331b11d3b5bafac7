using System.Text.Json;

namespace IamConsole.Core.Accounts;

/// <summary>
/// Certifications of a security key: a dictionary from one of these names to its level, as <c>GetMFADevice</c> has them.
/// </summary>
public static class Certifications
{
    /// <summary>FIDO's own: <c>L1</c>, <c>L1plus</c>, <c>L2</c>, <c>L2plus</c>, <c>L3</c>, <c>L3plus</c>.</summary>
    public const string Fido = "FIDO";

    /// <summary>FIPS 140-2: <c>L1</c> to <c>L4</c>.</summary>
    public const string Fips1402 = "FIDO-FIPS-140-2";

    /// <summary>FIPS 140-3: <c>L1</c> to <c>L4</c>.</summary>
    public const string Fips1403 = "FIDO-FIPS-140-3";

    /// <summary>From the JSON object in which a device keeps them; empty for null.</summary>
    public static IReadOnlyDictionary<string, string> Of(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>FIDO's level, <see cref="FidoLevel.None"/> where it is missing or unknown.</summary>
    public static FidoLevel FidoOf(IReadOnlyDictionary<string, string> certifications) =>
        Read<FidoLevel>(certifications, Fido);

    /// <summary>The higher of the two FIPS levels.</summary>
    public static FipsLevel FipsOf(IReadOnlyDictionary<string, string> certifications)
    {
        var (old, present) = (Read<FipsLevel>(certifications, Fips1402), Read<FipsLevel>(certifications, Fips1403));
        return old > present ? old : present;
    }

    /// <summary>A level as certificates and <c>GetMFADevice</c> write it, e.g. <c>L1plus</c>.</summary>
    public static string Text(FidoLevel level) => level.ToString().Replace("Plus", "plus", StringComparison.Ordinal);

    // By name alone: Enum.TryParse would take numbers and lists of names as well.
    private static T Read<T>(IReadOnlyDictionary<string, string> certifications, string name) where T : struct, Enum =>
        certifications.TryGetValue(name, out var text)
            ? Enum.GetValues<T>().FirstOrDefault(level => string.Equals(level.ToString(), text, StringComparison.OrdinalIgnoreCase)) : default;
}
