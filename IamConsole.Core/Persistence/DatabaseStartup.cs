using IamConsole.Core.AuditTrail;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>Brings the database up to date and checks that its partners are of the same day.</summary>
public sealed class DatabaseStartup(IDbContextFactory<IamDbContext> databases, KeyRingCheck keys, AuditTrailStartup audit, DatabaseState state)
{
    /// <summary>Whether the database is older than this program, or new.</summary>
    /// <exception cref="DatabaseNewerException">It is of a newer version.</exception>
    public async Task<bool> NeedsMigrationAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        await DatabaseUpgrade.CheckOwnAsync(db, applied, ct);
        var known = db.Database.GetMigrations().ToList();
        var unknown = applied.Except(known).ToList();

        // With none of ours it is another program's database, which the start says.
        if (unknown.Count > 0 && unknown.Count < applied.Count) throw new DatabaseNewerException(unknown[0]);
        return known.Except(applied).Any();
    }

    /// <summary>Migrates and nothing else, for commands that mend what keeps the console from starting.</summary>
    /// <exception cref="DatabaseNewerException">The database is of a newer version: nothing was changed.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var turn = await StartTurn.TakeAsync(db, ct);
        if (!await NeedsMigrationAsync(ct)) return;
        await DatabaseUpgrade.RunAsync(db, ct);
    }

    /// <summary>Checks the partners of an existing database, migrates, and ties a new database to its key ring and audit key.</summary>
    /// <exception cref="AuditTrailException">The audit trail's key is missing or another one: nothing was changed.</exception>
    /// <exception cref="KeyRingMismatchException">The key ring is missing or another one: nothing was changed.</exception>
    /// <exception cref="DatabaseNewerException">The database is of a newer version: nothing was changed.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var turn = await StartTurn.TakeAsync(db, ct);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        await DatabaseUpgrade.CheckOwnAsync(db, applied, ct);
        await state.CheckAsync(db, applied, ct);
        await DatabaseUpgrade.RunAsync(db, ct);
        await using (var transaction = await db.BeginWriteAsync(ct))
        {
            await keys.TieAsync(db, ct);
            await audit.SealAsync(db, ct);
            await transaction.CommitAsync(ct);
        }

        await state.TakeUpAsync(db, ct);
    }
}
