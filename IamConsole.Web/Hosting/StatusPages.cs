using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace IamConsole.Web.Hosting;

/// <summary>
/// Words for an answer that has a status and no body. The page is asked for with GET whatever the request was: a form that
/// was refused is not sent again. The framework's own status pages pass over a refused form: its answer has a type already.
/// </summary>
public static class StatusPages
{
    /// <summary>The page for a form that was refused: its antiforgery token is missing or old, or its page has changed.</summary>
    public const string FormRefused = "/form-refused";

    private const string NotFound = "/not-found";

    /// <summary>Adds the pages.</summary>
    public static IApplicationBuilder UseStatusPages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (!context.Response.HasStarted && PageOf(context) is { } page) await ShowAsync(context, page, next);
    });

    private static async Task ShowAsync(HttpContext context, string page, RequestDelegate next)
    {
        var request = context.Request;
        var (path, query, method) = (request.Path, request.QueryString, request.Method);
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPath = path,
            OriginalQueryString = query.Value,
            OriginalPathBase = request.PathBase,
        });
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        (request.Path, request.QueryString, request.Method) = (page, QueryString.Empty, HttpMethods.Get);
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var services = context.RequestServices;
        try
        {
            context.RequestServices = scope.ServiceProvider;
            await next(context);
        }
        finally
        {
            context.RequestServices = services;
            (request.Path, request.QueryString, request.Method) = (path, query, method);
            context.Features.Set<IStatusCodeReExecuteFeature?>(null);
        }
    }

    /// <summary>Whether a page is of use to whoever asks.</summary>
    public static bool TakesPages(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static string? PageOf(HttpContext context)
    {
        if (!TakesPages(context.Request)) return null;
        if (context.Features.Get<WrongAddress>() is not null) return WrongAddress.Page;
        return context.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => FormRefused,
            StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => NotFound,
            _ => null,
        };
    }
}
