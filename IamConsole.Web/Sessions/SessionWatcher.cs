using System.Collections.Concurrent;
using System.Security.Claims;
using IamConsole.Core.Sessions;

namespace IamConsole.Web.Sessions;

/// <summary>
/// Asks every three seconds, in one query for all open circuits, which sessions still live, and ends the circuits of the
/// others: sign-out in another tab, a changed credential, idle time, on this node or another (security bar T21, T22, T24).
/// </summary>
public sealed partial class SessionWatcher(ReadSession sessions, TimeProvider clock, ILogger<SessionWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<CircuitSession, string> _open = new();

    /// <summary>A circuit begins.</summary>
    public void Watch(CircuitSession circuit, string sessionId) => _open[circuit] = sessionId;

    /// <summary>A circuit is gone.</summary>
    public void Forget(CircuitSession circuit) => _open.TryRemove(circuit, out _);

    /// <summary>Whether a session lives now.</summary>
    public async Task<bool> LivesAsync(string sessionId, CancellationToken ct) => (await sessions.FindAliveAsync([sessionId], ct)).Contains(sessionId);

    /// <summary>The principals that began the open circuits of a session.</summary>
    public IEnumerable<ClaimsPrincipal> BeganBy(string sessionId) =>
        _open.Where(o => o.Value == sessionId).Select(o => o.Key.BegunBy).OfType<ClaimsPrincipal>();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be away for a while; the gate refuses each action meanwhile.
                CheckFailed(log, error);
            }
        }
    }

    private async Task CheckAsync(CancellationToken ct)
    {
        if (_open.IsEmpty) return;
        var open = _open.ToArray();
        var alive = await sessions.FindAliveAsync(open.Select(o => o.Value).Distinct().ToList(), ct);
        foreach (var (circuit, sessionId) in open)
        {
            if (alive.Contains(sessionId)) continue;
            Forget(circuit);
            circuit.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sessions of open circuits could not be checked")]
    private static partial void CheckFailed(ILogger log, Exception error);
}
