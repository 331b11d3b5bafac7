using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>The frame of the steps behind the factor: find the pending sign-in anew, do one thing, advance, commit.</summary>
public sealed class PendingStep(IDbContextFactory<IamDbContext> databases, TimeProvider clock, SignInCompletion completion)
{
    internal async Task<Result<SignInStep>> RunAsync(
        string? token, string binding, SignInNext expected, ClientInfo client,
        Func<IamDbContext, LivePending, Task<Error?>> change, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var live = await LivePending.FindAsync(db, token, binding, clock.GetUtcNow(), ct);
        if (live is null || live.Next() != expected) return SignInErrors.PendingEnded;
        if (await change(db, live) is { } refusal) return refusal;
        var step = await completion.AdvanceAsync(db, live, client, ct);
        if (step is null) return SignInErrors.PendingEnded;
        await transaction.CommitAsync(ct);
        return step;
    }
}
