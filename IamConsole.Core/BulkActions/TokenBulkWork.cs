using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;

namespace IamConsole.Core.BulkActions;

/// <summary>Changes many tokens, one by one, each through the use case that a page would call: the same gate, checks and records.</summary>
public sealed class TokenBulkWork(ChangeTokenState change) : IJobWork
{
    /// <summary>The kind of its jobs.</summary>
    public const string Name = "TokenAction";

    /// <inheritdoc />
    public string Kind => Name;

    /// <inheritdoc />
    public Task RunAsync(JobRun run, CancellationToken ct)
    {
        var action = run.Parameters<TokenBulk>().Action;
        return run.ForEachItemAsync((caller, item) => change.RunAsync(caller, item.Subject, action, ct), ct);
    }
}
