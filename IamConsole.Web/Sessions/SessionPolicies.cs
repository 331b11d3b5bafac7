using IamConsole.Core.Sessions;
using Microsoft.AspNetCore.Authorization;

namespace IamConsole.Web.Sessions;

/// <summary>Who may ask for a page at all; what he may do there is the gate's question.</summary>
public static class SessionPolicies
{
    /// <summary>A session of the console, or one that only assigns the first device inside a sign-in.</summary>
    public const string Enrolment = "Enrolment";

    /// <summary>Everything needs a session of the console unless it says otherwise.</summary>
    public static void Configure(AuthorizationOptions options)
    {
        var console = new AuthorizationPolicyBuilder(SessionClaims.Scheme)
            .RequireClaim(SessionClaims.Kind, nameof(SessionKind.Console)).Build();
        options.DefaultPolicy = console;
        options.FallbackPolicy = console;
        options.AddPolicy(Enrolment, policy => policy.AddAuthenticationSchemes(SessionClaims.Scheme).RequireAuthenticatedUser());
    }
}
