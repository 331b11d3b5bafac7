using System.Runtime.CompilerServices;
using System.Security.Claims;
using IamConsole.Core;
using Microsoft.AspNetCore.SignalR;

namespace IamConsole.Web.Sessions;

/// <summary>
/// A circuit is taken up again only by the session that began it. The framework asks for the circuit's secret alone: whoever
/// learned an administrator's would sit in the administrator's open page (security bar T31).
/// </summary>
public sealed partial class OwnCircuits(SessionWatcher watcher, ILogger<OwnCircuits> log) : IHubFilter
{
    // By the principal of the connection that began the circuit, which the circuit has too: the entry goes with both of them.
    private readonly ConditionalWeakTable<ClaimsPrincipal, string> _secrets = [];

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var user = invocationContext.Context.User ?? new ClaimsPrincipal();
        if (invocationContext.HubMethodName == "ConnectCircuit" && !IsOwn(user, invocationContext.HubMethodArguments[0] as string))
        {
            ForeignCircuitRefused(log, user.UserId());

            // As when the circuit is gone: the window loads its page anew, and asks for everything as who it is.
            return false;
        }

        var answer = await next(invocationContext);
        if (invocationContext.HubMethodName is "StartCircuit" or "ResumeCircuit" && answer is string secret)
            _secrets.AddOrUpdate(user, SecretToken.Hash(secret));
        return answer;
    }

    private bool IsOwn(ClaimsPrincipal user, string? secret)
    {
        if (secret is null || user.FindFirstValue(SessionClaims.SessionId) is not { } session) return false;
        var wanted = SecretToken.Hash(secret);
        return watcher.BeganBy(session).Any(began => _secrets.TryGetValue(began, out var known) && known == wanted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused to let user {User} take up a circuit that is gone or that another session began")]
    private static partial void ForeignCircuitRefused(ILogger log, string user);
}
