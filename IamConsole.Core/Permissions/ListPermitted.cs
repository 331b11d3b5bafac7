namespace IamConsole.Core.Permissions;

/// <summary>What the console should offer: which of some actions the caller's policies permit on the account as a whole.</summary>
public sealed class ListPermitted(Gate gate)
{
    /// <summary>Those permitted; empty when the session is over. An offer, not a decision: the use case asks again.</summary>
    public async Task<IReadOnlySet<IamAction>> RunAsync(Caller caller, IReadOnlyCollection<IamAction> actions, CancellationToken ct)
    {
        await using var operation = await gate.EnterAsync(caller, ct);
        if (operation.Refusal is not null) return new HashSet<IamAction>();
        var account = operation.Account;
        return actions.Where(a => operation.Refuse(a, Access.ResourceFor(a, account)) is null).ToHashSet();
    }
}
