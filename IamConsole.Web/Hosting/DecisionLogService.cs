using IamConsole.Core.Permissions;

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
        catch (Exception error)
        {
            LostDecisions(log, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Decisions of the last seconds could not be written; they are missing in replays")]
    private static partial void LostDecisions(ILogger log, Exception error);
}
