using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>Migrates. The caller holds the data folder's start lock: nobody else migrates this SQLite file.</summary>
internal static class DatabaseUpgrade
{
    // Filling a new column of a million rows takes longer than any statement of a page may.
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Brings <paramref name="db"/> up to date, or changes nothing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ct">Ends it between two statements.</param>
    public static async Task RunAsync(IamDbContext db, CancellationToken ct)
    {
        if (db.Database.ProviderName == SqliteProvider) await ClearDeadLockAsync(db, ct);

        // An ordinary start spends no time on comparing the model with the migrations.
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any()) return;
        var timeout = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Longest);
        await db.Database.MigrateAsync(ct);
        db.Database.SetCommandTimeout(timeout);
    }

    private const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Whether a database that none of our migrations made is empty.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applied">The migrations that it has.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="ForeignDatabaseException">It is another program's.</exception>
    public static async Task CheckOwnAsync(IamDbContext db, IReadOnlyCollection<string> applied, CancellationToken ct)
    {
        if (applied.Intersect(db.Database.GetMigrations()).Any()) return;
        var tables = db.Database.ProviderName != SqliteProvider ? 0
            : await CountAsync(db, """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\'""", ct);
        if (tables + applied.Count > 0) throw new ForeignDatabaseException(db.Database.GetDbConnection().DataSource);
    }

    /// <summary>
    /// EF marks a migration on SQLite by a row, and waits for it to go, without end and without a word. A process that was
    /// killed leaves it behind. On PostgreSQL the lock ends with the connection.
    /// </summary>
    private static async Task ClearDeadLockAsync(IamDbContext db, CancellationToken ct)
    {
        if (await CountAsync(db, """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""", ct) > 0)
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, ct);
    }

    private static Task<int> CountAsync(IamDbContext db, string sql, CancellationToken ct) => db.Database.SqlQueryRaw<int>(sql).SingleAsync(ct);
}
