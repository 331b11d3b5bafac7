using IamConsole.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>Does all jobs that wait, as the server's runner would.</summary>
    public Task RunJobsAsync() => Get<JobRunner>().RunWaitingAsync(Ct);

    /// <summary>A runner of other work.</summary>
    public JobRunner Runner(IJobWork work) => ActivatorUtilities.CreateInstance<JobRunner>(_services, (object)new[] { work });
}
