namespace IamConsole.Web.Hosting;

/// <summary>
/// Refuses what another site's page sends: every unsafe method and every WebSocket must come from our own origin,
/// besides the antiforgery token of each form (security bar T27, T36).
/// </summary>
public static partial class OriginCheck
{
    /// <summary>Adds the check.</summary>
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OriginCheck));
        return app.Use((context, next) =>
        {
            var request = context.Request;
            var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
            if (safe && !context.WebSockets.IsWebSocketRequest && !request.Path.StartsWithSegments("/_blazor")) return next();
            if (IsOwn(request)) return next();
            ForeignOriginRefused(log, request.Path);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request of a foreign origin to {Path}")]
    private static partial void ForeignOriginRefused(ILogger log, PathString path);
}
