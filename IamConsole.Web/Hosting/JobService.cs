using IamConsole.Core.Jobs;

namespace IamConsole.Web.Hosting;

/// <summary>Background work, as long as the server runs.</summary>
public sealed class JobService(JobRunner runner, DataFolder folder) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => runner.RunAsync(CommandLock.TakeDead(folder), stoppingToken), stoppingToken);
}
