using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace IamConsole.Web.Sessions;

/// <summary>
/// How many windows one person has open at a time. Each holds a circuit in memory for as long as its socket lives, so without
/// a limit one cookie could fill the server (security bar T28). Counted by person, not by address: a team may share one.
/// </summary>
public sealed partial class WindowLimit(ILogger<WindowLimit> log) : IHubFilter
{
    /// <summary>Windows, over all sessions of the person on this server.</summary>
    public const int Windows = 100;

    private readonly ConcurrentDictionary<string, int> _open = new();

    /// <inheritdoc />
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var person = PersonOf(context);
        if (_open.AddOrUpdate(person, 1, (_, open) => open + 1) > Windows)
        {
            TooMany(log, person);
            context.Context.Abort();
            return;
        }

        try
        {
            await next(context);
        }
        catch
        {
            // A window that fails to open is never told to have closed.
            GiveBack(person);
            throw;
        }
    }

    /// <inheritdoc />
    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        // Of a refused window too.
        GiveBack(PersonOf(context));
        return next(context, exception);
    }

    private void GiveBack(string person)
    {
        if (_open.AddOrUpdate(person, 0, (_, open) => open - 1) <= 0) _open.TryRemove(new(person, 0));
    }

    private static string PersonOf(HubLifetimeContext context) => (context.Context.User ?? new ClaimsPrincipal()).UserId();

    [LoggerMessage(Level = LogLevel.Warning, Message = "User {User} has as many windows open as one person may: refused another")]
    private static partial void TooMany(ILogger log, string user);
}
