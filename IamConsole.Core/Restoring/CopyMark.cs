using IamConsole.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Restoring;

/// <summary>
/// The mark that <c>backup</c> leaves in a copied SQLite database, in the number that SQLite keeps for the program's own use:
/// nobody starts a copy without knowing that it is one. A server database has none.
/// </summary>
public static class CopyMark
{
    /// <summary>"COPY".</summary>
    public const int Value = 0x434F5059;

    internal static async Task<bool> IsSetAsync(IamDbContext db, CancellationToken ct) =>
        db.Database.IsSqlite()
        && await db.Database.SqlQueryRaw<int>("SELECT user_version AS \"Value\" FROM pragma_user_version").SingleAsync(ct) == Value;

    /// <summary>Takes it away, in the caller's transaction.</summary>
    internal static async Task ClearAsync(IamDbContext db, CancellationToken ct)
    {
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA user_version = 0", ct);
    }
}
