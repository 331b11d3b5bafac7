using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;

namespace IamConsole.Web.Hosting;

/// <summary>Writes gathered decisions down now and then, and once more at the end.</summary>
public sealed partial class DecisionLogService(DecisionLog decisions, TimeProvider clock, ILogger<DecisionLogService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync();
        }
        catch (OperationCanceledException)
        {
            await FlushAsync();
        }
    }

    private async Task FlushAsync()
    {
        try
        {
            await decisions.FlushAsync(CancellationToken.None);
        }
        catch (Exception away) when (PassingFault.Is(away))
        {
            log.DatabaseAway("decisions", away);
        }
        catch (Exception error)
        {
            DecisionsNotWritten(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Decisions could not be written; they are kept for the next time")]
    private static partial void DecisionsNotWritten(ILogger log, Exception error);
}
