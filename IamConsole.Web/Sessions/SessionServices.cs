using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace IamConsole.Web.Sessions;

/// <summary>Registers this slice.</summary>
public static class SessionServices
{
    /// <summary>Authentication by session row, and the watch over circuits: who takes one up, how many, until when.</summary>
    public static IServiceCollection AddSessionAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(SessionClaims.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthenticationHandler>(SessionClaims.Scheme, null);
        services.AddAuthorization(SessionPolicies.Configure);
        services.AddCascadingAuthenticationState();
        services.AddSingleton<SessionWatcher>();
        services.AddHostedService(s => s.GetRequiredService<SessionWatcher>());
        services.AddScoped<CircuitSession>().AddScoped<StepUp>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CircuitSession>());
        services.AddSingleton<FormAnswers>().AddSingleton<WindowLimit>().AddSingleton<OwnCircuits>();
        services.Configure<HubOptions>(hub =>
        {
            hub.AddFilter<WindowLimit>();
            hub.AddFilter<OwnCircuits>();
        });
        return services;
    }
}
