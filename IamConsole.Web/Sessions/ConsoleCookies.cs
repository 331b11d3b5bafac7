namespace IamConsole.Web.Sessions;

/// <summary>
/// Our cookies: __Host-, Secure, HttpOnly, SameSite, gone with the browser. Browsers take Secure cookies from
/// http://localhost; any other address needs HTTPS.
/// </summary>
public static class ConsoleCookies
{
    /// <summary>The session's secret.</summary>
    public const string Session = "__Host-iam-session";

    /// <summary>The pending sign-in's secret.</summary>
    public const string Pending = "__Host-iam-signin";

    /// <summary>Account and name, if the person wants that remembered; never a factor.</summary>
    public const string Remember = "__Host-iam-remember";

    /// <summary>One message for the next page, sealed.</summary>
    public const string Flash = "__Host-iam-flash";

    /// <summary>ASP.NET's antiforgery token.</summary>
    public const string Antiforgery = "__Host-iam-antiforgery";

    /// <summary>Writes a cookie that goes with the browser, or after <paramref name="maxAge"/>.</summary>
    public static void Set(HttpResponse response, string name, string value, TimeSpan? maxAge = null)
    {
        var options = Options(name);
        options.MaxAge = maxAge;
        response.Cookies.Append(name, value, options);
    }

    /// <summary>Takes a cookie back.</summary>
    public static void Delete(HttpResponse response, string name) => response.Cookies.Delete(name, Options(name));

    /// <summary>Writes what is remembered for a year.</summary>
    public static void SetRemembered(HttpResponse response, string value) => Set(response, Remember, value, TimeSpan.FromDays(365));

    // A link from elsewhere may open the console (Lax); a pending sign-in is never entered from elsewhere.
    private static CookieOptions Options(string name) => new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = name is Pending ? SameSiteMode.Strict : SameSiteMode.Lax,
        IsEssential = true,
    };
}
