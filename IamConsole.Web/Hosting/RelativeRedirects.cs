namespace IamConsole.Web.Hosting;

/// <summary>
/// Redirects of static pages name the host of the request. Sent as a path they are right behind any proxy,
/// and no forged Host header stands in them.
/// </summary>
public static class RelativeRedirects
{
    /// <summary>Rewrites the Location of an own address to its path.</summary>
    public static IApplicationBuilder UseRelativeRedirects(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var own = $"{context.Request.Scheme}://{context.Request.Host}";
            var location = context.Response.Headers.Location.ToString();
            if (location.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase)) context.Response.Headers.Location = location[own.Length..];
            return Task.CompletedTask;
        });
        return next();
    });
}
