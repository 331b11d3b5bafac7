using System.Security.Claims;

namespace IamConsole.Web.Shell;

/// <summary>What the frame reads from the principal, and nothing else.</summary>
public static class ConsoleClaims
{
    /// <summary>Twelve digits.</summary>
    public const string Account = "account";

    /// <summary>The account's alias, or its number where it has none.</summary>
    public const string AccountLabel = "account-label";

    public static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? user.FindFirst("name")?.Value ?? "";

    public static string AccountLabelOf(ClaimsPrincipal user) => user.FindFirst(AccountLabel)?.Value ?? user.FindFirst(Account)?.Value ?? "";

    /// <summary>For reading aloud and comparing: 4827-1930-5561.</summary>
    public static string AccountIdOf(ClaimsPrincipal user) =>
        string.Join('-', (user.FindFirst(Account)?.Value ?? "").Chunk(4).Select(group => new string(group)));
}
