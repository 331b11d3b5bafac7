using IamConsole.Core.Persistence;

namespace IamConsole.Web.Hosting;

/// <summary>Whether this server can serve, asked at most once in five seconds however many ask.</summary>
internal sealed class Readiness(DatabaseHealth health, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _asking = new();
    private Task<DatabasePart?>? _answer;
    private DateTimeOffset _askedAt;

    /// <summary>What is missing, in one word, or null.</summary>
    public async Task<string?> AskAsync()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "stopping";
        Task<DatabasePart?> answer;
        lock (_asking)
        {
            // A clock that was set back must not keep an old answer.
            var now = clock.GetUtcNow();
            if (_answer is null || (_answer.IsCompleted && (now - _askedAt).Duration() >= Fresh)) (_answer, _askedAt) = (Task.Run(CheckAsync), now);
            answer = _answer;
        }

        return (await answer)?.ToString().ToLowerInvariant();
    }

    private async Task<DatabasePart?> CheckAsync()
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            return await health.RunAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return DatabasePart.Database;
        }
    }
}
