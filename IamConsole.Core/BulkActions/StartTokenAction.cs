using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.BulkActions;

/// <summary>
/// Begins an action on many hardware tokens in the background. What is done to each is asked of the gate when it is done, in
/// the name of the session that began it.
/// </summary>
public sealed class StartTokenAction(Gate gate, JobStart start, TimeProvider clock)
{
    private const string Event = "StartTokenAction";

    /// <summary>Begins; answers the job.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What to do.</param>
    /// <param name="tokenIds">With which tokens; null for every one that <paramref name="query"/> lets through.</param>
    /// <param name="query">The list that they were chosen from.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<Result<JobView>> RunAsync(
        Caller caller, TokenAction action, IReadOnlyCollection<string>? tokenIds, TokenQuery query, CancellationToken ct)
    {
        if (tokenIds?.Count > TokenPage.MostCounted) return BulkActionErrors.TooManyTokens;
        await using var operation = await gate.BeginAsync(caller, IamAction.UpdateHardwareToken, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var tokens = await ListHardwareTokens.AllAsync(operation.Db, operation.Account, query, tokenIds, clock.GetUtcNow(), ct);
        if (tokens.Count == 0) return BulkActionErrors.NoTokens;
        if (tokens.Count > TokenPage.MostCounted) return BulkActionErrors.TooManyTokens;
        var job = await start.AddAsync(operation, TokenBulkWork.Name, new TokenBulk(action), tokens, ct);
        operation.Audit(Event, details: new { job = job.Id, action = action.ToString(), tokens = tokens.Count });
        await operation.SaveAsync(ct);
        start.Wake();
        return JobView.Of(job);
    }
}
