using IamConsole.Core;
using IamConsole.Core.Jobs;

namespace IamConsole.Tests.Core.Jobs;

/// <summary>Work that only notes which rows it saw.</summary>
internal sealed class CountingWork(string? refuse = null) : IJobWork
{
    public const string Name = "Counting";

    public List<string> Seen { get; } = [];

    public string Kind => Name;

    public Task RunAsync(JobRun run, CancellationToken ct) => run.ForEachItemAsync((_, item) =>
    {
        lock (Seen) Seen.Add(item.Subject);
        return Task.FromResult(item.Subject == refuse ? new Error("Test", "Not this one.") : Result.Success());
    }, ct);
}
