using System.Collections.Frozen;

namespace IamConsole.Core.Users;

/// <summary>
/// The ten thousand most common passwords, lower case. Source: @zxcvbn-ts/language-common 4.1.3 (MIT).
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "IamConsole.Core.Users.common-passwords.txt";

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static bool Contains(string password) => All.Value.Contains(password);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
