using IamConsole.Core.Consignments;
using IamConsole.Core.Jobs;

namespace IamConsole.Web.Hosting;

/// <summary>Forgets what is too old, at the start and every ten minutes: dry runs nobody decided on, jobs that ended long ago.</summary>
public sealed partial class UpkeepService(TidyConsignments consignments, ForgetJobs jobs, TimeProvider clock, ILogger<UpkeepService> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await consignments.RunAsync(stoppingToken);
                await jobs.RunAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                PutOff(log, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is too old could not be forgotten; the next try is in ten minutes")]
    private static partial void PutOff(ILogger log, Exception error);
}
