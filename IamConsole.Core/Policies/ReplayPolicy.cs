using IamConsole.Core.Jobs;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.Policies;

/// <summary>
/// Before a policy is saved: asks again, in the background, what the gate decided in the last 90 days, and lists whom the
/// draft would have stopped.
/// </summary>
public sealed class ReplayPolicy(Gate gate, JobStart jobs, DecisionLog decisions)
{
    private const string Event = "ReplayPolicy";

    /// <summary>The job's identifier; its outcome is a <see cref="ReplayOutcome"/>.</summary>
    public async Task<Result<string>> RunAsync(Caller caller, PolicyDraft draft, CancellationToken ct)
    {
        await decisions.FlushAsync(ct);
        await using var operation = await gate.BeginAsync(caller, IamAction.SimulatePrincipalPolicy, null, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        if (CheckDocument.Run(draft.Document, PolicyErrors.LargestManaged) is { } wrong) return wrong;
        var job = jobs.Add(operation, PolicyReplay.JobKind, draft);
        operation.Audit(Event, details: new { policyArn = draft.Replaces });
        await operation.SaveAsync(ct);
        jobs.Wake();
        return job.Id;
    }
}
