namespace IamConsole.Web.SignIn;

/// <summary>Where to go after the sign-in: a path of this site, whatever the address bar says (security bar T49, C81).</summary>
public static class ReturnUrl
{
    private const int Longest = 2048;

    /// <summary>The path itself, or "/" when it could lead elsewhere.</summary>
    public static string Local(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > Longest || url[0] != '/') return "/";

        // "//x" and "/\x" name another host; browsers drop tabs and line breaks, so "/\t/x" does too.
        if (url.Any(c => char.IsControl(c) || c is '\\' or > '~') || url.Contains("//", StringComparison.Ordinal)) return "/";
        var decoded = Uri.UnescapeDataString(url);
        if (decoded.StartsWith("//", StringComparison.Ordinal) || decoded.Contains('\\') || decoded.Any(char.IsControl)) return "/";
        return BelongsToSignIn(url) ? "/" : url;
    }

    // A sign-in that led back to itself would never end, and nobody signs in to sign out.
    private static bool BelongsToSignIn(string path) =>
        path.Split('/', '?', '#')[1].ToUpperInvariant() is "SIGNIN" or "SIGNOUT";

    /// <summary>An address with the way back as its query; none for the dashboard.</summary>
    public static string Append(string address, string? returnUrl)
    {
        var local = Local(returnUrl);
        return local == "/" ? address
            : address + (address.Contains('?') ? '&' : '?') + "returnUrl=" + Uri.EscapeDataString(local);
    }
}
