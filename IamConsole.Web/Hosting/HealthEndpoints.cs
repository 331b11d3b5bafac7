namespace IamConsole.Web.Hosting;

/// <summary>
/// For whoever watches the server: live, the process answers; ready, it can serve, or 503 and one word. Answered in front of
/// hosts, sessions and everything else, and cheaply.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>Adds what is asked.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<Readiness>();

    /// <summary>Maps both.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ShortCircuit();
        endpoints.MapGet("/health/ready", async (Readiness readiness) => await readiness.AskAsync() is { } missing
            ? Results.Text(missing, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).AllowAnonymous().ShortCircuit();
    }
}
