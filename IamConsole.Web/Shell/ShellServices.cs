using IamConsole.Web.Controls;
using IamConsole.Web.Hosting;
using IamConsole.Web.Policies;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Authorization;
using MudBlazor.Services;

namespace IamConsole.Web.Shell;

public static class ShellServices
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddSingleton<ThemeStylesheet>();
        services.AddSingleton<FlashCookie>();
        services.AddScoped<FlashMessages>();
        services.AddScoped<FrameState>();
        services.AddScoped<ConsoleWindow>();
        services.AddSingleton<ChangePolicies>();
        return services;
    }

    /// <summary>Pages, their files and the theme. The caller adds authentication, antiforgery and security headers before.</summary>
    public static RazorComponentsEndpointConventionBuilder MapShell(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints.MapGet("/theme.css", ThemeAsync).AllowAnonymous();
        // Without this the framework sends a second Content-Security-Policy.
        var pages = endpoints.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

        // The wizard inside a sign-in needs a circuit too; pages and gate hold its session to that wizard.
        pages.Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
                endpoint.Metadata.Add(new AuthorizeAttribute(SessionPolicies.Enrolment));
        });
        return pages;
    }

    private static async Task<IResult> ThemeAsync(ThemeStylesheet theme, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var css = await theme.GetAsync();
        return Results.Text(css, "text/css; charset=utf-8");
    }
}
