namespace IamConsole.Web.Hosting;

/// <summary>
/// The headers of every response. Scripts come from files alone. Style attributes stay allowed because MudBlazor's parts
/// set them; style elements do not, which is why the theme is a file (/theme.css).
/// </summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'; "
        + "img-src 'self' data:; font-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Adds them before anything else can answer.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";

            // Not "no-referrer": browsers then send "Origin: null" with our own forms, and the origin check refuses them.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] =
                "camera=(), geolocation=(), microphone=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

            // Browsers ignore it over plain HTTP (RFC 6797, 8.1), where localhost is.
            headers.StrictTransportSecurity = "max-age=31536000";
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true
                || string.IsNullOrEmpty(headers.CacheControl))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next();
    });
}
