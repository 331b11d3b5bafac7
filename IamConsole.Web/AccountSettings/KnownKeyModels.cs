using IamConsole.Core.Accounts;
using IamConsole.Core.Passkeys;

namespace IamConsole.Web.AccountSettings;

/// <summary>The models that a policy can name without anybody typing an AAGUID.</summary>
public static class KnownKeyModels
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<KeyModelName> List { get; } =
        [.. AuthenticatorModels.All.Select(m => new KeyModelName(m.Key.ToString(), m.Value)).OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase)];
}
