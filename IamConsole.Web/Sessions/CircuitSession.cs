using System.Security.Claims;
using IamConsole.Core.Permissions;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace IamConsole.Web.Sessions;

/// <summary>The session of this circuit: the one it was opened with, whatever cookie the browser has meanwhile.</summary>
public sealed class CircuitSession(AuthenticationStateProvider authentication, SessionWatcher watcher) : CircuitHandler
{
    private ClaimsPrincipal? _user;
    private string _circuitId = "";

    /// <summary>Raised once, on a foreign thread, when the session has ended.</summary>
    public event Action? Ended;

    /// <summary>Whether the session has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whom the circuit's first connection signed in; null before it has opened.</summary>
    internal ClaimsPrincipal? BegunBy => _user;

    /// <summary>The signed-in person.</summary>
    public async Task<ClaimsPrincipal> UserAsync() =>
        _user ??= (await authentication.GetAuthenticationStateAsync()).User;

    /// <summary>The caller for use cases.</summary>
    public async Task<Caller> CallerAsync() => (await UserAsync()).Caller(_circuitId);

    /// <summary>The same where a timer asks: an open page does not keep its session alive.</summary>
    public async Task<Caller> TimerAsync() => await CallerAsync() with { IsTimer = true };

    /// <summary>Whether the session still lives, asked of the database; a question that leaves no trace in the trail.</summary>
    public async Task<bool> LivesAsync(CancellationToken ct)
    {
        if (HasEnded || (await UserAsync()).FindFirstValue(SessionClaims.SessionId) is not { } session) return false;
        return await watcher.LivesAsync(session, ct);
    }

    /// <inheritdoc />
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _circuitId = circuit.Id;
        var session = (await UserAsync()).FindFirstValue(SessionClaims.SessionId);
        if (session is not null) watcher.Watch(this, session);
    }

    /// <inheritdoc />
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        watcher.Forget(this);
        return Task.CompletedTask;
    }

    internal void End()
    {
        HasEnded = true;
        Ended?.Invoke();
    }
}
