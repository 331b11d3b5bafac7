namespace IamConsole.Web.Hosting;

/// <summary>Light or dark, as the browser's cookie says. Read before the first byte, so that no page flashes.</summary>
public static class DisplayMode
{
    public const string CookieName = "iam-display-mode";

    /// <returns>"light" or "dark" for the root element, or null: follow the system.</returns>
    public static string? Of(HttpRequest request) => request.Cookies[CookieName] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };
}
