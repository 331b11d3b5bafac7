using IamConsole.Core.Permissions;

namespace IamConsole.Core.Sessions;

/// <summary>Where a user is signed in: one's own sessions, or another user's for who may look.</summary>
public sealed class ListSessions(Gate gate, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>The living sessions of the console, the latest activity first, at most a hundred.</summary>
    public async Task<Result<IReadOnlyList<SessionRow>>> RunAsync(Caller caller, string userId, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.ListSessions, userId, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var sessions = await LivingSessions.OfTargetAsync(operation, clock.GetUtcNow(), ct);
        return sessions.Where(s => s.Kind is SessionKind.Console).Take(Most)
            .Select(s => SessionRow.Of(s, operation.Session.Id)).ToList();
    }
}
