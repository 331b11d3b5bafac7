using IamConsole.Core.Notices;
using IamConsole.Core.Permissions;
using IamConsole.Core.Users;

namespace IamConsole.Core.Sessions;

/// <summary>
/// Ends a session of a user, or all but the caller's own. The rows are the truth: open windows close within seconds,
/// on every server, and a copied cookie is worth nothing (security bar T25).
/// </summary>
public sealed class EndSession(Gate gate, TimeProvider clock)
{
    private const string Event = "SessionEnded";

    /// <summary>Ends; answers the sessions that were ended.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="userId">Whose sessions.</param>
    /// <param name="handle">See <see cref="SessionRow.Handle"/>; null for all, except the one that asks.</param>
    /// <param name="ct">Cancels the wait.</param>
    public async Task<Result<IReadOnlyList<SessionRow>>> RunAsync(
        Caller caller, string userId, string? handle, CancellationToken ct)
    {
        await using var operation = await gate.BeginAsync(caller, IamAction.EndSession, userId, ct, eventName: Event);
        if (operation.Refusal is { } refusal) return refusal;
        var now = clock.GetUtcNow();
        var living = await LivingSessions.OfTargetAsync(operation, now, ct);
        var chosen = handle is null
            ? living.FindAll(s => s.Id != operation.Session.Id)
            : living.FindAll(s => SessionRow.HandleOf(s) == handle);
        if (handle is not null && chosen.Count == 0) return await operation.RefuseAsync(Event, SessionErrors.NoSuchSession);
        if (chosen.Exists(s => s.Id == operation.Session.Id)) return SessionErrors.UseSignOut;
        foreach (var session in chosen)
        {
            session.EndedAt = now;
            operation.Audit(Event, target: operation.Target.ArnIn(operation.Account),
                details: new { userName = operation.Target.Name, startedAt = session.CreatedAt, address = session.Address });
        }

        if (chosen.Count > 0 && !operation.IsOnOneself)
            operation.Tell(now, chosen.Count == 1
                ? $"A session of yours was ended by {operation.User.Name}."
                : $"{chosen.Count} sessions of yours were ended by {operation.User.Name}.");
        await operation.SaveAsync(ct);
        return chosen.ConvertAll(s => SessionRow.Of(s, operation.Session.Id));
    }
}
