using System.Text.RegularExpressions;

namespace IamConsole.Core.Accounts;

/// <summary>An account's alias (IAM API <c>CreateAccountAlias</c>: 3 to 63 characters).</summary>
public static partial class AccountAlias
{
    /// <summary>Whether the text may be an alias; a twelve-digit number may not.</summary>
    public static bool IsValid(string? text) =>
        text is not null && !AccountId.IsValid(text) && Form().IsMatch(text) && !Reserved.Contains(text);

    // An alias is the first segment of the account's own sign-in page: it must not hide a page of ours.
    private static readonly HashSet<string> Reserved =
    [
        "account-settings", "audit-events", "credential-report", "error", "fonts", "form-refused", "groups", "hardware-tokens", "health", "not-found",
        "notices", "policies", "policy-simulator", "register-mfa", "security-credentials", "security-key-models", "security-keys", "setup", "signin", "signout", "theme",
        "users", "wrong-address",
    ];

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
