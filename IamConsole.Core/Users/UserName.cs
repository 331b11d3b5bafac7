using System.Text.RegularExpressions;

namespace IamConsole.Core.Users;

/// <summary>An IAM user's name: 1 to 64 of <c>[A-Za-z0-9_+=,.@-]</c>, unique in the account without regard to case.</summary>
public static partial class UserName
{
    /// <summary>Whether the text may be a name.</summary>
    public static bool IsValid(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The one form that is compared, at creation and at sign-in alike.</summary>
    public static string Normalize(string name) => name.ToUpperInvariant();

    /// <summary>What Identity's unique index sees: account and name; ':' and '/' cannot occur in a name.</summary>
    public static string IdentityName(string accountId, string name) => $"{accountId}/{Normalize(name)}";

    /// <summary>Identity's name of the account's root user.</summary>
    public static string IdentityRootName(string accountId) => $"{accountId}:ROOT";

    [GeneratedRegex(@"\A[A-Za-z0-9_+=,.@-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
