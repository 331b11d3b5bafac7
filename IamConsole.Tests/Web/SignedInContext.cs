using System.Security.Claims;
using Bunit;
using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Controls;
using IamConsole.Web.Mail;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Policies;
using IamConsole.Web.Sessions;
using IamConsole.Web.Settings;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IamConsole.Tests.Web;

/// <summary>Components as one signed-in person has them: the product's use cases on a real database behind them.</summary>
internal sealed class SignedInContext : BunitContext
{
    private SignedInContext(IamScenario scenario, ClaimsPrincipal person)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("PublicUrl", "https://console.example")]).Build();
        var watcher = new SessionWatcher(scenario.Get<ReadSession>(), scenario.Clock, NullLogger<SessionWatcher>.Instance);
        var authentication = new FixedAuthentication(person);
        Services.AddLogging()
            .AddSingleton<TimeProvider>(scenario.Clock)
            .AddSingleton<AuthenticationStateProvider>(authentication)
            .AddSingleton(new CircuitSession(authentication, watcher))
            .AddSingleton(new RelyingParty(ConsoleSettings.Read(configuration), null!))
            .AddSingleton(Options.Create(new SmtpOptions()))
            .AddScoped<FlashMessages>().AddScoped<FrameState>().AddScoped<ConsoleWindow>()
            .AddScoped(s => new StepUp(
                scenario.Get<StepUpIntents>(), s.GetRequiredService<CircuitSession>(), s.GetRequiredService<NavigationManager>(), s.GetRequiredService<FlashMessages>()))
            .AddSingleton(ActivatorUtilities.CreateInstance<ChangePolicies>(scenario.Services));

        // Every use case as the product registers it.
        Services.AddFallbackServiceProvider(scenario.Services);
    }

    public string Address => Services.GetRequiredService<NavigationManager>().Uri;

    public IReadOnlyList<FlashMessage> Flashes => Services.GetRequiredService<FlashMessages>().Shown;

    public static async Task<SignedInContext> OfAsync(IamScenario scenario, SignedIn session)
    {
        var view = await scenario.Get<ReadSession>().RunAsync(session.Token, IamScenario.Ct);
        Assert.NotNull(view);
        return new SignedInContext(scenario, SessionClaims.Principal(view, IamScenario.Client));
    }

    public void GoTo(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private sealed class FixedAuthentication(ClaimsPrincipal person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person));
    }
}
