using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>Does all jobs that wait, as the server's runner would.</summary>
    public Task RunJobsAsync() => Get<JobRunner>().RunWaitingAsync(Ct);

    /// <summary>The same as another process does, with an interceptor between it and the database.</summary>
    public async Task RestartWithAsync(IInterceptor? interceptor)
    {
        Besides = interceptor is null ? null : services => services
            .ConfigureDbContext<SqliteIamDbContext>(o => o.AddInterceptors(interceptor))
            .ConfigureDbContext<PostgresIamDbContext>(o => o.AddInterceptors(interceptor));
        await RestartAsync();
    }

    /// <summary>A runner of other work.</summary>
    public JobRunner Runner(IJobWork work) => ActivatorUtilities.CreateInstance<JobRunner>(_services, (object)new[] { work });

    /// <summary>A runner of other work on another server.</summary>
    public JobRunner RunnerElsewhere(IJobWork work) =>
        ActivatorUtilities.CreateInstance<JobRunner>(_services, new[] { work }, JobHolder.New());

    /// <summary>The job as a runner of an unknown server takes it, which then sleeps.</summary>
    public async Task<JobRun> TakeAsync(string kind)
    {
        var databases = Get<IDbContextFactory<IamDbContext>>();
        var job = await new JobClaims(databases, Clock, JobHolder.New(), [kind]).TakeAsync(null, Ct);
        return new JobRun(job!, databases, Clock);
    }
}
