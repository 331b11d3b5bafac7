namespace IamConsole.Web.Hosting;

/// <summary>HEAD is GET without a body (RFC 9110, 9.3.2): routes are written for GET, and the server leaves the body out.</summary>
internal static class HeadAsGet
{
    /// <summary>Adds it, before routing.</summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    });
}
