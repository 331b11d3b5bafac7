namespace IamConsole.Web.Hosting;

/// <summary>
/// Refuses what another site's page sends: every unsafe method and every WebSocket must come from our own origin,
/// besides the antiforgery token of each form (security bar T27, T36).
/// </summary>
internal static partial class OriginCheck
{
    private const int LongestShown = 100;

    /// <summary>Adds the check.</summary>
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app)
    {
        var own = app.ApplicationServices.GetRequiredService<OwnAddress>();
        var party = app.ApplicationServices.GetRequiredService<Passkeys.RelyingParty>();
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OriginCheck));
        return app.Use((context, next) =>
        {
            var request = context.Request;
            var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
            if (safe && !context.WebSockets.IsWebSocketRequest && !request.Path.StartsWithSegments("/_blazor")) return next();
            if (IsOwn(request, own)) return next();
            var origin = request.Headers.Origin.ToString();
            ForeignOriginRefused(log, request.Path, origin.Length > LongestShown ? origin[..LongestShown] : origin, party.BaseUrl, WrongAddress.Advice);
            return WrongAddress.RefuseAsync(context, StatusCodes.Status403Forbidden);
        });
    }

    private static bool IsOwn(HttpRequest request, OwnAddress own)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || own.IsOwnOrigin(origin, request);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request to {Path} of the foreign origin {Origin}: the console is opened at {Address}. {Advice}")]
    private static partial void ForeignOriginRefused(ILogger log, PathString path, string origin, string address, string advice);
}
