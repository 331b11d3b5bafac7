using System.Security.Claims;
using Bunit;
using IamConsole.Core.Groups;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Sessions;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Controls;
using IamConsole.Web.Passkeys;
using IamConsole.Web.Policies;
using IamConsole.Web.Sessions;
using IamConsole.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

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
            .AddSingleton(new RelyingParty(configuration, null!))
            .AddScoped<FlashMessages>().AddScoped<FrameState>()
            .AddSingleton(scenario.Get<AskGate>()).AddSingleton(scenario.Get<ListUsers>()).AddSingleton(scenario.Get<GetUser>())
            .AddSingleton(scenario.Get<CreateUser>()).AddSingleton(scenario.Get<DeleteUser>()).AddSingleton(scenario.Get<SetConsolePassword>())
            .AddSingleton(scenario.Get<ListPermitted>()).AddSingleton(scenario.Get<ListPolicies>()).AddSingleton(scenario.Get<ListUserPolicies>())
            .AddSingleton(scenario.Get<AttachUserPolicy>()).AddSingleton(scenario.Get<DetachUserPolicy>()).AddSingleton(scenario.Get<GetAccountSummary>()).AddSingleton(scenario.Get<ListNotices>())
            .AddSingleton(scenario.Get<ListMfaDevices>()).AddSingleton(scenario.Get<RenameMfaDevice>()).AddSingleton(scenario.Get<ResyncMfaDevice>())
            .AddSingleton(scenario.Get<RemoveMfaDevice>()).AddSingleton(scenario.Get<BeginDeviceEnrolment>()).AddSingleton(scenario.Get<AssignVirtualDevice>())
            .AddSingleton(scenario.Get<AssignHardwareToken>()).AddSingleton(scenario.Get<RegisterPasskey>()).AddSingleton(scenario.Get<ChangePassword>());
        AddPermissions(scenario);
    }

    // Policies, groups, tags, and the background work that tries a policy.
    private void AddPermissions(IamScenario scenario) => Services
        .AddSingleton<ChangePolicies>()
        .AddSingleton(scenario.Get<GetPolicy>()).AddSingleton(scenario.Get<CreatePolicy>()).AddSingleton(scenario.Get<UpdatePolicy>())
        .AddSingleton(scenario.Get<DeletePolicy>()).AddSingleton(scenario.Get<AttachGroupPolicy>()).AddSingleton(scenario.Get<DetachGroupPolicy>())
        .AddSingleton(scenario.Get<PutInlinePolicy>()).AddSingleton(scenario.Get<DeleteInlinePolicy>())
        .AddSingleton(scenario.Get<SimulatePolicy>()).AddSingleton(scenario.Get<ReplayPolicy>())
        .AddSingleton(scenario.Get<ListJobs>()).AddSingleton(scenario.Get<ReadJob>())
        .AddSingleton(scenario.Get<ListGroups>()).AddSingleton(scenario.Get<GetGroup>()).AddSingleton(scenario.Get<CreateGroup>())
        .AddSingleton(scenario.Get<DeleteGroup>()).AddSingleton(scenario.Get<AddUserToGroup>()).AddSingleton(scenario.Get<RemoveUserFromGroup>())
        .AddSingleton(scenario.Get<ListGroupsForUser>()).AddSingleton(scenario.Get<ListUserTags>()).AddSingleton(scenario.Get<SetUserTags>());

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
