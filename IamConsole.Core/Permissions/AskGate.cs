using IamConsole.Core.Accounts;

namespace IamConsole.Core.Permissions;

/// <summary>Asks the gate before a form is filled in, so that a refusal costs nobody any typing.</summary>
public sealed class AskGate(Gate gate)
{
    /// <summary>Whether <paramref name="caller"/> could do <paramref name="action"/> now.</summary>
    public async Task<Result> RunAsync(Caller caller, IamAction action, string? targetUserId, CancellationToken ct, Func<Account, string>? resource = null)
    {
        await using var operation = await gate.BeginAsync(
            caller, action, targetUserId, ct, resource: resource,
            orFacts: action == IamAction.EnableMfaDevice ? KeyRegistrationPhase.Create : null);
        if (operation.Refusal is { } refusal) return refusal;
        await operation.SaveAsync(ct);
        return Result.Success();
    }
}
