using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Passkeys;

/// <summary>Holds the registered keys against the FIDO metadata, after each load and once a day. Idle without metadata.</summary>
public sealed partial class KeyJudgeService(JudgingProgress progress, JudgeKeys judge, TimeProvider clock, ILogger<KeyJudgeService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                if (await progress.DueAsync(stoppingToken) is { } number) await judge.RunAsync(number, stoppingToken);
            }
            catch (ObjectDisposedException) when (stoppingToken.IsCancellationRequested)
            {
                // The host was disposed of before it had stopped: the next start judges what is left.
            }
            catch (Exception away) when (PassingFault.Is(away))
            {
                log.DatabaseAway("registered keys", away);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database may be away for a while.
                NotJudged(log, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The registered keys could not be judged; trying again shortly")]
    private static partial void NotJudged(ILogger log, Exception error);
}
