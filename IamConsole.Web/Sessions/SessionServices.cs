using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace IamConsole.Web.Sessions;

/// <summary>Registers this slice.</summary>
public static class SessionServices
{
    /// <summary>Authentication by session row, and the watch over open circuits.</summary>
    public static IServiceCollection AddSessionAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(SessionClaims.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionClaims.Scheme, null);
        services.AddAuthorization(SessionPolicies.Configure);
        services.AddCascadingAuthenticationState();
        services.AddSingleton<SessionWatcher>();
        services.AddHostedService(s => s.GetRequiredService<SessionWatcher>());
        services.AddScoped<CircuitSession>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CircuitSession>());
        return services;
    }
}
