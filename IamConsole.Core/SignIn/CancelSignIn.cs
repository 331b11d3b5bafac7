using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.SignIn;

/// <summary>"Cancel and sign in as another user".</summary>
public sealed class CancelSignIn(IDbContextFactory<IamDbContext> databases, TimeProvider clock)
{
    /// <summary>Ends the pending sign-in, if it is still there.</summary>
    public async Task RunAsync(string? token, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(token)) return;
        var id = SecretToken.Hash(token);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        await db.PendingSignIns.Where(p => p.Id == id && p.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.EndedAt, now), ct);
        await transaction.CommitAsync(ct);
    }
}
