namespace IamConsole.Core.Permissions;

/// <summary>What the console need not offer: which of some actions the caller's policies permit on no resource at all.</summary>
public sealed class ListUnavailable(Gate gate)
{
    /// <summary>
    /// Each such action with the reason, for the control that would begin it; none when the session is over. Only a
    /// question: nothing is refused, audited or kept for replays. What is not named here may still be refused.
    /// </summary>
    public async Task<IReadOnlyDictionary<IamAction, string>> RunAsync(
        Caller caller, IReadOnlyCollection<IamAction> actions, CancellationToken ct)
    {
        await using var operation = await gate.EnterAsync(caller, ct);
        return operation.Refusal is not null
            ? new Dictionary<IamAction, string>()
            : actions.Where(a => !operation.CouldBePermitted(a)).ToDictionary(a => a, PermissionErrors.Missing);
    }
}
