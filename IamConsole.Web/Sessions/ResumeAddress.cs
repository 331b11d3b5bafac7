using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace IamConsole.Web.Sessions;

/// <summary>
/// How an address says that something was begun there before a factor was asked for. What it was lies on the server; the
/// secret in the address is good for one session, one person and one use.
/// </summary>
public static class ResumeAddress
{
    private const string Name = "resume";

    /// <summary>The page that asks for a factor and leads back to <paramref name="path"/>.</summary>
    public static string Confirm(string path) => $"/signin/confirm?returnUrl={Uri.EscapeDataString(path)}";

    /// <summary>The path and query of the page that is shown, without the secret of an earlier time.</summary>
    public static string Here(NavigationManager navigation) => Without("/" + navigation.ToBaseRelativePath(navigation.Uri));

    /// <summary>The address with the secret.</summary>
    public static string With(string path, string token) => QueryHelpers.AddQueryString(path, Name, token);

    /// <summary>The secret in an address, or null.</summary>
    public static string? TokenOf(string? address)
    {
        var query = address?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        return query < 0 ? null : QueryHelpers.ParseQuery(address![query..]).TryGetValue(Name, out var token) ? token.ToString() : null;
    }

    private static string Without(string address)
    {
        if (TokenOf(address) is null) return address;
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var others = QueryHelpers.ParseQuery(address[query..].Split('#')[0]).Where(p => p.Key != Name);
        return QueryHelpers.AddQueryString(address[..query], others);
    }
}
