namespace IamConsole.Web.Settings;

/// <summary>The names of README, "Configuration". What is written nearly so would be passed over in silence.</summary>
public static class KnownSettings
{
    /// <summary>Data folder, addresses.</summary>
    public static IReadOnlyList<string> Single { get; } = ["data", "urls", "PublicUrl"];

    /// <summary>Sections of our own and what they hold.</summary>
    public static IReadOnlyDictionary<string, string[]> Sections { get; } = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["ConnectionStrings"] = ["Postgres"],
        ["Proxy"] = ["KnownAddresses"],
        ["Smtp"] = ["Host", "From", "Port", "User", "Password", "Tls", "CertificateAuthority"],
        ["FidoMetadata"] = ["Address", "File", "Root", "Signer", "Crl"],
        ["Mfa"] = ["Issuer"],
    };

    /// <summary>All of them, with their sections.</summary>
    public static IEnumerable<string> All => Single.Concat(Sections.SelectMany(s => s.Value.Select(name => $"{s.Key}:{name}")));

    /// <summary>Settings that are none of ours under a name of ours, or under nearly such a name.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (var section in configuration.GetChildren())
        {
            if (Sections.TryGetValue(section.Key, out var names))
            {
                foreach (var child in section.GetChildren().Where(c => !names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
                    yield return Unknown(child.Path, Nearest.To(child.Key, names) is { } meant ? $"{section.Key}:{meant}" : null);
            }
            else if (section.Value is null && Nearest.To(section.Key, Sections.Keys) is { } meant)
            {
                yield return Unknown(section.Path, meant);
            }
        }
    }

    /// <summary>Variables of the environment that look like a setting in another program's spelling: told, not refused.</summary>
    public static IEnumerable<string> Remarks(IConfiguration configuration) =>
        from variable in configuration.GetChildren()
        where variable.Value is not null && !Single.Contains(variable.Key, StringComparer.OrdinalIgnoreCase)
        let plain = Plain(variable.Key)
        from setting in All.Where(s => s.Length > 5 && Plain(s) == plain)
        select $"{variable.Key} is no setting. If {setting} is meant, write {setting.Replace(":", "__", StringComparison.Ordinal)}.";

    /// <summary>The sentence for a name that is not known.</summary>
    public static string Unknown(string written, string? meant) =>
        $"{written} is no setting of this program. {(meant is null ? "See README, \"Configuration\"." : $"Did you mean {meant}?")}";

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToUpperInvariant();
}
