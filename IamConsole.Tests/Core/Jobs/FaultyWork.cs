using IamConsole.Core.Jobs;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>Work that does what a test says.</summary>
internal sealed class FaultyWork(Func<JobRun, CancellationToken, Task> act) : IJobWork
{
    public string Kind => CountingWork.Name;

    public Task RunAsync(JobRun run, CancellationToken ct) => act(run, ct);
}
