using IamConsole.Core.Jobs;

namespace IamConsole.Web.Hosting;

/// <summary>Background work, as long as the server runs.</summary>
public sealed class JobService(JobRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => runner.RunAsync(stoppingToken), stoppingToken);
}
